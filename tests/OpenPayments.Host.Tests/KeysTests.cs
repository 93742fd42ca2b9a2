using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using OpenPayments.Host.Keys;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class KeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void A_new_key_goes_to_a_file_of_its_owners_alone_and_its_public_half_to_the_output()
    {
        var file = _folder.File("key.pem");
        Assert.Equal(0, Run(["new", "--out", file, "--key-id", "shop-1"]));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var jwk = JsonNode.Parse(_output.ToString())!;
        Assert.Equal(("shop-1", "EdDSA", "OKP", "Ed25519"), ((string?)jwk["kid"], (string?)jwk["alg"], (string?)jwk["kty"], (string?)jwk["crv"]));
        Assert.Equal(43, ((string?)jwk["x"])!.Length);
        Assert.Null(jwk["d"]);
    }

    [Fact]
    public void Show_prints_what_new_printed()
    {
        var file = _folder.File("key.pem");
        Assert.Equal(0, Run(["new", "--out", file, "--key-id", "shop-1"]));
        var printed = _output.ToString();
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, Run(["show"], ("OpenPayments:PrivateKeyFile", file), ("OpenPayments:KeyId", "shop-1")));
        Assert.Equal(printed, _output.ToString());
    }

    [Fact]
    public void A_key_that_is_there_is_not_overwritten()
    {
        var file = _folder.File("key.pem");
        File.WriteAllText(file, "precious");
        Assert.Equal(1, Run(["new", "--out", file]));
        Assert.Equal("precious", File.ReadAllText(file));
        Assert.Contains("exists already", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("new", "--out")]
    [InlineData("new", "--key", "shop-1")]
    [InlineData("old")]
    public void Unknown_arguments_are_answered_with_the_usage(params string[] args)
    {
        Assert.Equal(1, Run(args));
        Assert.Contains("keys new [--out <file>]", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_id_that_no_header_can_carry_is_refused_and_leaves_no_file()
    {
        Assert.Equal(1, Run(["new", "--out", _folder.File("key.pem"), "--key-id", "schlüssel"]));
        Assert.Contains("--key-id cannot be used", _error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("key.pem")));
    }

    [Fact]
    public void Show_says_which_setting_is_missing_or_wrong()
    {
        Assert.Equal(1, Run(["show"]));
        Assert.Contains("OpenPayments:PrivateKeyFile is not set", _error.ToString(), StringComparison.Ordinal);
        var file = _folder.File("key.pem");
        File.WriteAllText(file, "no key");
        Assert.Equal(1, Run(["show"], ("OpenPayments:PrivateKeyFile", file), ("OpenPayments:KeyId", "shop-1")));
        Assert.Contains("cannot be used", _error.ToString(), StringComparison.Ordinal);
    }

    private int Run(string[] args, params (string Key, string Value)[] settings) => KeysCommand.Run(
        args, new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build(), _output, _error);

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }
}
