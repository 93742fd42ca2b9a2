namespace OpenPayments.Host.Store;

/// <summary>
/// The tables. Times are milliseconds since 1970 UTC. Of a payment only what anyone may see (<c>summary</c>) and what the worker
/// asks for (<c>due_at</c>, <c>leased_until</c>) is readable; its state, which holds tokens, is encrypted. A save that
/// changes the summary is a step, and the database itself logs it: so a save is one statement, and no step can go unlogged.
/// </summary>
internal static class Schema
{
    /// <summary>SQLite's <c>user_version</c>: a database of another release is not opened. 1 was never released.</summary>
    public const int Version = 2;

    public const string Create = """
        PRAGMA journal_mode = WAL;
        BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS payments (
          id           TEXT PRIMARY KEY,
          version      INTEGER NOT NULL,   -- grows by one with every save
          state        BLOB NOT NULL,      -- encrypted
          in_flight    INTEGER NOT NULL,   -- 1: a request that must not be repeated is in flight
          summary      TEXT NOT NULL,      -- JSON
          return_url   TEXT,
          due_at       INTEGER,            -- when there is something to do; null once it has ended
          leased_until INTEGER NOT NULL,   -- until then one host keeps it to itself
          created_at   INTEGER NOT NULL,
          updated_at   INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX IF NOT EXISTS payments_by_due ON payments (max(due_at, leased_until)) WHERE due_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS events (
          payment_id   TEXT NOT NULL REFERENCES payments (id),
          version      INTEGER NOT NULL,   -- of the payment, when this became so
          summary      TEXT NOT NULL,
          at           INTEGER NOT NULL,
          PRIMARY KEY (payment_id, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER IF NOT EXISTS log_first_step AFTER INSERT ON payments BEGIN
          INSERT INTO events (payment_id, version, summary, at) VALUES (new.id, new.version, new.summary, new.updated_at);
        END;
        CREATE TRIGGER IF NOT EXISTS log_step AFTER UPDATE OF summary ON payments WHEN new.summary <> old.summary BEGIN
          INSERT INTO events (payment_id, version, summary, at) VALUES (new.id, new.version, new.summary, new.updated_at);
        END;
        CREATE TABLE IF NOT EXISTS idempotency (
          name         BLOB PRIMARY KEY,   -- SHA-256 of caller and key
          request      BLOB NOT NULL,      -- SHA-256 of what was asked
          payment_id   TEXT NOT NULL REFERENCES payments (id)
        ) STRICT, WITHOUT ROWID;
        PRAGMA user_version = 2;
        COMMIT;
        """;
}
