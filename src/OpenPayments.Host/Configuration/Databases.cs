using Microsoft.Data.Sqlite;

namespace OpenPayments.Host.Configuration;

internal static class Databases
{
    private const string Key = "ConnectionStrings:Payments";

    /// <summary>Without a setting: <c>payments.db</c> in the content root.</summary>
    public static SqliteConnectionStringBuilder Read(SettingsReader read, string contentRoot)
    {
        var text = read.Text(Key) ?? "Data Source=payments.db";
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(text);
        }
        catch (ArgumentException)
        {
            // the text is not repeated: a connection string may hold a password
            read.Wrong($"{Key} is not a connection string of SQLite: it must look like Data Source=/var/lib/payments/payments.db.");
            return new SqliteConnectionStringBuilder();
        }
        if (builder.DataSource.Length == 0)
            read.Wrong($"{Key} names no file: it must look like Data Source=/var/lib/payments/payments.db.");
        else if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource == ":memory:")
            read.Wrong($"{Key} keeps the database in memory: a payment must outlive the process, so name a file.");
        else
            builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        builder.DefaultTimeout = builder.DefaultTimeout is 0 or 30 ? 15 : builder.DefaultTimeout;
        builder.ForeignKeys = true;
        return builder;
    }
}
