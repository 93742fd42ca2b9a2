using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using OpenPayments.Host.Configuration;

namespace OpenPayments.Host.Store;

/// <summary>
/// The SQLite file: read by as many as come, written by one at a time within this process, so that no thread waits for a lock of our
/// own. Sessions are kept; one in which something was thrown is not used again.
/// </summary>
internal sealed class PaymentDatabase(HostSettings settings) : IDisposable
{
    // the driver's own pool would lend a connection without the statements that were prepared on it
    private readonly string _connectionString = new SqliteConnectionStringBuilder(settings.Database.ConnectionString) { Pooling = false }.ConnectionString;
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly ConcurrentBag<Session> _writers = [];
    private readonly ConcurrentBag<Session> _passing = [];
    private readonly SemaphoreSlim _turn = new(1);

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
            Use(_writers, session =>
            {
                if (session.Command("PRAGMA user_version").ExecuteScalar() is long found and not (0 or Schema.Version))
                    throw new SettingsException([$"ConnectionStrings:Payments names a database of another release (schema {found}, this release knows {Schema.Version}): "
                        + "start that release, or name another file."]);
                return session.Command(Schema.Create).ExecuteNonQuery();
            });
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"ConnectionStrings:Payments names {File}, which cannot be used as a database: {e.Message}"]);
        }
    }

    public T Read<T>(Func<Session, T> work) => Use(_readers, work);

    /// <summary>Runs <paramref name="work"/> in its turn. What a single statement does is on the disk, whole, when it has run; several go into <see cref="Session.Transact"/>.</summary>
    public Task<T> WriteAsync<T>(Func<Session, T> work, CancellationToken ct) => WriteAsync(_writers, work, ct);

    /// <summary>
    /// As <see cref="WriteAsync{T}(Func{Session, T}, CancellationToken)"/>, but not waiting for the disk: it outlives this process, and
    /// reaches the disk with the next write that is waited for. For what may be done once more after a power failure.
    /// </summary>
    public Task<T> WritePassingAsync<T>(Func<Session, T> work, CancellationToken ct) => WriteAsync(_passing, work, ct);

    private async Task<T> WriteAsync<T>(ConcurrentBag<Session> writers, Func<Session, T> work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return Use(writers, work);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var session in _readers.Concat(_writers).Concat(_passing)) session.Dispose();
        _turn.Dispose();
    }

    private T Use<T>(ConcurrentBag<Session> sessions, Func<Session, T> work)
    {
        if (!sessions.TryTake(out var session)) session = new Session(_connectionString, flush: sessions != _passing);
        try
        {
            var result = work(session);
            sessions.Add(session);
            return result;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
