using System.Security.Cryptography;
using System.Text;

namespace OpenPayments.Host.Configuration;

/// <summary>The keys of those who may start payments. Only their SHA-256 is kept.</summary>
internal sealed class ApiKeys
{
    private const string Key = "OpenPayments:ApiKeys";
    private const int LeastLength = 16;
    private readonly byte[][] _hashes;

    public ApiKeys(IEnumerable<string> keys) => _hashes = [.. keys.Select(Hash)];

    public static ApiKeys Read(SettingsReader read, bool development)
    {
        var keys = read.List(Key);
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Length < LeastLength)
                read.Wrong($"{Key}:{i} has {keys[i].Length} characters: an API key needs at least {LeastLength}, from a random source.");
            else if (!keys[i].All(c => c is > ' ' and < '\x7f'))
                read.Wrong($"{Key}:{i} holds a space or a character outside ASCII: it could not be sent in an Authorization header.");
        }
        if (keys.Count == 0 && !development)
            read.Wrong($"{Key} is empty: outside Development nobody could start a payment. Give each caller a key of at least {LeastLength} characters.");
        return new ApiKeys(keys);
    }

    /// <summary>A name for the caller who holds <paramref name="presented"/>, the same at every start and no help to find the key; null for a stranger.</summary>
    public string? CallerOf(string presented)
    {
        var hash = Hash(presented);
        var caller = (string?)null;
        // every key is compared, to the end: the time taken tells nothing about any of them
        foreach (var known in _hashes)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash)) caller = Convert.ToHexStringLower(SHA256.HashData(known).AsSpan(0, 8));
        }
        return caller;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
