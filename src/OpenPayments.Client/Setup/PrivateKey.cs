namespace OpenPayments.Client;

/// <summary>Finds the private key that the options speak of.</summary>
internal static class PrivateKey
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Null where the key can be loaded, else which setting is wrong and why.</summary>
    public static string? Fault(OpenPaymentsOptions options)
    {
        try
        {
            Load(options).Dispose();
            return null;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            var setting = options.PrivateKeyPem is null ? nameof(options.PrivateKeyFile) : nameof(options.PrivateKeyPem);
            return $"{setting} cannot be used: {e.Message}";
        }
    }

    public static SigningKey Load(OpenPaymentsOptions options) => (options.PrivateKeyFile, options.PrivateKeyPem) switch
    {
        ({ Length: > 0 } path, null or "") => SigningKey.FromPem(Read(path), options.KeyId),
        (null or "", { Length: > 0 } pem) => SigningKey.FromPem(pem, options.KeyId),
        (null or "", null or "") => throw new InvalidOperationException("it is missing, and so is PrivateKeyPem: one of them must give the private key."),
        _ => throw new InvalidOperationException("PrivateKeyFile and PrivateKeyPem are both given: which is meant?"),
    };

    private static string Read(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"there is no file {path}.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) is var open && open != 0)
            throw new InvalidOperationException($"{path} is open to other users ({Convert.ToString((int)File.GetUnixFileMode(path), 8)}); run chmod 600 on it.");
        return File.ReadAllText(path);
    }
}
