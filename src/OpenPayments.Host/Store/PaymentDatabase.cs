using Microsoft.Data.Sqlite;
using OpenPayments.Host.Configuration;

namespace OpenPayments.Host.Store;

/// <summary>The SQLite file: opened from a pool, written by one at a time within this process, so that no thread waits for a lock of our own.</summary>
internal sealed class PaymentDatabase(HostSettings settings) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1);

    public string File => settings.Database.DataSource;

    /// <summary>Creates the file and the folder of its keys, readable by their owner alone, and the tables.</summary>
    /// <exception cref="SettingsException">The file cannot be used.</exception>
    public void Prepare()
    {
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(File)!);
            PrivateFiles.CreateFolder(settings.KeysFolder);
            PrivateFiles.CreateUnlessThere(File);
            using var connection = Open();
            if (connection.Command("PRAGMA user_version").ExecuteScalar() is long found and > Schema.Version)
                throw new SettingsException([$"ConnectionStrings:Payments names a database of a later release (schema {found}, this release knows {Schema.Version}): start that release, or name another file."]);
            connection.Command(Schema.Create).ExecuteNonQuery();
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"ConnectionStrings:Payments names {File}, which cannot be used as a database: {e.Message}"]);
        }
    }

    public T Read<T>(Func<SqliteConnection, T> work)
    {
        using var connection = Open();
        return work(connection);
    }

    /// <summary>Runs <paramref name="work"/> in a transaction that holds the write lock from its first statement on.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken ct)
    {
        await _writer.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(connection);
            transaction.Commit();
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(settings.Database.ConnectionString);
        connection.Open();
        return connection;
    }
}
