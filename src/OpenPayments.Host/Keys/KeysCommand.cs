using System.Text;
using System.Text.Json;
using OpenPayments.Client;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Keys;

/// <summary>
/// <c>keys new [--out file] [--key-id id]</c> makes a key pair; <c>keys show</c> prints the public key of the configured one. What
/// goes to the standard output is the JWK to upload to the wallet provider, and nothing else.
/// </summary>
internal static class KeysCommand
{
    public const string Usage = """
        keys new [--out <file>] [--key-id <id>]   make a key pair: the private key into <file> (private-key.pem), the JWK to upload on the output
        keys show                                 print the JWK of the key that OpenPayments:PrivateKeyFile and OpenPayments:KeyId name
        """;

    public static int Run(string[] args, IConfiguration configuration, TextWriter output, TextWriter error) => args switch
    {
        ["new", .. var rest] => New(rest, output, error),
        ["show"] => Show(configuration, output, error),
        _ => Fail(error, Usage),
    };

    private static int New(string[] args, TextWriter output, TextWriter error)
    {
        if (Options(args) is not { } options) return Fail(error, Usage);
        var file = options.GetValueOrDefault("--out", "private-key.pem");
        try
        {
            using var key = SigningKey.Generate(options.GetValueOrDefault("--key-id", Guid.NewGuid().ToString()));
            using var pem = new StreamWriter(PrivateFiles.CreateNew(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            pem.Write(key.ToPem());
            Print(key, output);
            error.WriteLine($"The private key is in {file}. Upload the JWK to your wallet provider, then set OpenPayments:PrivateKeyFile to this file and OpenPayments:KeyId to {key.KeyId}.");
            return 0;
        }
        catch (ArgumentException e)
        {
            return Fail(error, $"--key-id cannot be used: {e.Message}");
        }
        catch (IOException) when (File.Exists(file))
        {
            return Fail(error, $"{file} exists already: a private key is not overwritten. Name another file with --out.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(error, $"{file} cannot be written: {e.Message}");
        }
    }

    private static int Show(IConfiguration configuration, TextWriter output, TextWriter error)
    {
        var (file, keyId) = (configuration["OpenPayments:PrivateKeyFile"], configuration["OpenPayments:KeyId"]);
        if (string.IsNullOrEmpty(file)) return Fail(error, "OpenPayments:PrivateKeyFile is not set: there is no key to show. Make one with: keys new");
        if (string.IsNullOrEmpty(keyId)) return Fail(error, "OpenPayments:KeyId is not set: it is the kid of the JWK.");
        try
        {
            using var key = SigningKey.FromPem(File.ReadAllText(file), keyId);
            Print(key, output);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException or System.Security.Cryptography.CryptographicException)
        {
            return Fail(error, $"OpenPayments:PrivateKeyFile is '{file}', which cannot be used: {e.Message}");
        }
    }

    private static Dictionary<string, string>? Options(string[] args)
    {
        var options = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] is not ("--out" or "--key-id") || i + 1 == args.Length || args[i + 1].Length == 0 || !options.TryAdd(args[i], args[i + 1])) return null;
        }
        return options;
    }

    private static void Print(SigningKey key, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(key.PublicJwk(), CanonicalJson.Options));

    private static int Fail(TextWriter error, string sentence)
    {
        error.WriteLine(sentence);
        return 1;
    }
}
