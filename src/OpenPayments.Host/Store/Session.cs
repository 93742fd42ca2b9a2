using Microsoft.Data.Sqlite;

namespace OpenPayments.Host.Store;

/// <summary>
/// A connection with its prepared statements: SQLite parses each text once and is given new parameters from then on, which is most
/// of what a short statement costs. For one thread at a time.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly SqliteConnection _connection;

    /// <param name="connectionString">Names the file.</param>
    /// <param name="flush">Whether a write is on the disk when it has run, or left to the operating system, which a killed process does not take with it.</param>
    public Session(string connectionString, bool flush)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Command(flush ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL").ExecuteNonQuery();
    }

    /// <summary>A command, ready to run. The same text comes with the same parameters in the same order each time.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command)) _commands[sql] = command = Create(sql, parameters);
        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }

    /// <summary>Several statements as one, with the write lock from the first of them on. Where it throws, the session is to be disposed of, which undoes them.</summary>
    public T Transact<T>(Func<T> work)
    {
        Command("BEGIN IMMEDIATE").ExecuteNonQuery();
        var result = work();
        Command("COMMIT").ExecuteNonQuery();
        return result;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Create(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, _) in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }
}
