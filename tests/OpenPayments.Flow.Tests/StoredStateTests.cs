using System.Text;
using System.Text.Json;
using OpenPayments.Flow.Tests.World;
using Xunit;

namespace OpenPayments.Flow.Tests;

/// <summary>
/// Stored shapes are a contract: a payment that was under way when a host was replaced must go on in the new one. The files in
/// <c>Stored</c> were written by an earlier version and are never written again; a new shape gets a new file beside them.
/// </summary>
public sealed class StoredStateTests
{
    public static TheoryData<string> Names => [.. Given.States.Select(s => s.GetType().Name)];

    [Fact]
    public void Every_case_has_a_stored_file() =>
        Assert.Equal(Given.Cases.Select(c => c.Name).Order(StringComparer.Ordinal), Files().Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_state_loads_and_asks_what_it_asked(string name)
    {
        var expected = State(name);
        var loaded = PaymentJson.Read(File.ReadAllBytes(FileOf(name)));
        Assert.Equal(expected, loaded);
        Assert.Equal(Questions.Of(expected), Questions.Of(loaded));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_is_still_written_as_it_was(string name) => Assert.Equal(File.ReadAllText(FileOf(name)).TrimEnd(), Encoding.UTF8.GetString(PaymentJson.Write(State(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_with_an_unknown_member_is_refused(string name) => Refuses(Text(name).Replace("{\"at\":", "{\"more\":1,\"at\":", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_that_lacks_a_member_is_refused(string name)
    {
        foreach (var member in Members(name).Where(m => !HasDefault(name, m.Key))) Refuses(JsonSerializer.Serialize(Members(name).Where(m => m.Key != member.Key).ToDictionary()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_with_null_where_a_value_belongs_is_refused(string name)
    {
        foreach (var member in Members(name).Where(m => m.Value.ValueKind is not JsonValueKind.Null && m.Key != "at" && !IsOptional(name, m.Key)))
            Refuses(JsonSerializer.Serialize(Members(name).ToDictionary(m => m.Key, m => m.Key == member.Key ? default(JsonElement?) : m.Value)));
    }

    [Theory]
    [InlineData("""{"at":"nowhere"}""")]
    [InlineData("""{"at":null}""")]
    [InlineData("""{"at":7}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("not JSON")]
    public void What_is_no_state_is_refused(string text) => Refuses(text);

    [Fact]
    public void The_discriminator_may_come_last()
    {
        var members = Members(nameof(Payment.Paying));
        var reordered = JsonSerializer.Serialize(members.Where(m => m.Key != "at").Concat(members.Where(m => m.Key == "at")).ToDictionary());
        Assert.Equal(Given.Paying, PaymentJson.Read(Encoding.UTF8.GetBytes(reordered)));
    }

    private static void Refuses(string text) => Assert.Throws<JsonException>(() => PaymentJson.Read(Encoding.UTF8.GetBytes(text)));

    private static Payment State(string name) => Given.States.Single(s => s.GetType().Name == name);

    private static string Text(string name) => Encoding.UTF8.GetString(PaymentJson.Write(State(name)));

    private static Dictionary<string, JsonElement> Members(string name) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Text(name))!;

    private static bool IsOptional(string name, string member) =>
        new System.Reflection.NullabilityInfoContext().Create(State(name).GetType().GetProperty(member)!).ReadState == System.Reflection.NullabilityState.Nullable;

    /// <summary>A new version may add a member with a default: older states do not have it.</summary>
    private static bool HasDefault(string name, string member) =>
        State(name).GetType().GetConstructors()[0].GetParameters().Any(p => p.Name == member && p.HasDefaultValue);

    private static string FileOf(string name) => Path.Combine(AppContext.BaseDirectory, "Stored", $"{name}.json");

    private static string[] Files() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Stored"), "*.json");
}
