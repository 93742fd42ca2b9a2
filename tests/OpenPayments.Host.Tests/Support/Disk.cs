using System.Text;

namespace OpenPayments.Host.Tests.Support;

/// <summary>What someone finds who gets hold of a host's database, without its keys.</summary>
internal static class Disk
{
    public static string Read(TemporaryFolder folder) => string.Concat(Directory.GetFiles(folder.Path, "payments.db*").Select(Read));

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Encoding.Latin1.GetString(copy.ToArray());
    }
}
