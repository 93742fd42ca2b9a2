namespace OpenPayments.SpecPrep.Tests;

/// <summary>What names.json says about single members.</summary>
public class HintTests
{
    private const string Token = "AccessToken: {properties: {value: {type: string}, manage: {type: string}}, required: [value, manage]}";

    private static void Turns(string key, string value, string after)
    {
        var specs = Specs.Hinted(key, value, Specs.Wrap(Token));
        new Hints().Apply(specs);
        Specs.Is(after, specs.Documents[0].Schemas);
        Assert.Empty(specs.Names.Unused());
    }

    [Fact]
    public void A_secret_is_marked() => Turns("secret:AccessToken/value", "Secret",
        "AccessToken: {properties: {value: {type: string, x-op-secret: true}, manage: {type: string}}, required: [value, manage]}");

    [Fact]
    public void A_redacted_member_keeps_its_type() => Turns("secret:AccessToken/manage", "redacted",
        "AccessToken: {properties: {value: {type: string}, manage: {type: string, x-op-redacted: true}}, required: [value, manage], x-op-redacts: true}");

    [Fact]
    public void A_forgotten_format_is_added() => Turns("format:AccessToken/manage", "uri",
        "AccessToken: {properties: {value: {type: string}, manage: {type: string, format: uri}}, required: [value, manage]}");

    [Fact]
    public void A_member_that_servers_leave_out_is_no_longer_required() => Turns("lenient:AccessToken/manage", "\"\"",
        "AccessToken: {properties: {value: {type: string}, manage: {type: string, x-op-absent: '\"\"'}}, required: [value]}");

    [Fact]
    public void A_hint_that_names_nothing_is_found_out()
    {
        var specs = Specs.Hinted("secret:AccessToken/nothing", "Secret", Specs.Wrap(Token));
        new Hints().Apply(specs);
        Assert.Equal(["secret:AccessToken/nothing"], specs.Names.Unused());
    }
}
