using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace OpenPayments.Interop.Tests;

/// <summary>The nine public guides, each walked by the official client; what it was told is compared with what the ledger says.</summary>
public class GuideTests
{
    private const string Unauthorized = "unauthorized";

    [Fact]
    public async Task A_one_time_payment_takes_what_was_quoted_and_brings_what_was_asked_for()
    {
        await using var guide = await Guide.WalkAsync("one-time-payment.mjs");
        Assert.Equal(-Number(guide.Found, "debit"), guide.Change("cloudnine", "alice"));
        Assert.Equal(1000, guide.Change("happylife", "bob"));
    }

    [Fact]
    public async Task A_remittance_with_a_fixed_debit_costs_exactly_that()
    {
        await using var guide = await Guide.WalkAsync("remittance-fixed-debit.mjs");
        Assert.Equal((5000, -5000), (Number(guide.Found, "debit"), guide.Change("cloudnine", "alice")));
        Assert.Equal(Number(guide.Found, "quoted"), Number(guide.Found, "received"));
        Assert.Equal(Number(guide.Found, "received"), guide.Change("happylife", "marisol"));
        Assert.True(guide.Found.GetProperty("completed").GetBoolean());
    }

    [Fact]
    public async Task A_remittance_with_a_fixed_receive_amount_brings_exactly_that()
    {
        await using var guide = await Guide.WalkAsync("remittance-fixed-receive.mjs");
        Assert.Equal((25_000, 25_000), (Number(guide.Found, "received"), guide.Change("happylife", "marisol")));
        Assert.Equal(Number(guide.Found, "quoted"), Number(guide.Found, "debit"));
        Assert.Equal(-Number(guide.Found, "debit"), guide.Change("cloudnine", "alice"));
    }

    [Fact]
    public async Task A_subscription_is_paid_once_in_each_of_its_windows_and_never_after()
    {
        await using var guide = await Guide.WalkAsync("subscription.mjs");
        var debit = Number(guide.Found, "debit");
        Assert.Equal([1500, 1500, 1500], Numbers(guide.Found, "received"));
        Assert.Equal(3, guide.Found.GetProperty("spent").GetArrayLength());
        Assert.All(guide.Found.GetProperty("spent").EnumerateArray(), spent => Assert.Equal(("0", debit), (spent[0].GetString(), Parse(spent[1]))));
        Assert.Equal((403, Unauthorized), Refusal(guide.Found, "again"));
        Assert.Equal((403, "Inactive Token"), Refusal(guide.Found, "expired"));
        Assert.Equal((403, Unauthorized), Refusal(guide.Found, "after"));
        Assert.Equal((-3 * debit, 4500), (guide.Change("cloudnine", "alice"), guide.Change("happylife", "bob")));
    }

    [Fact]
    public async Task A_recurring_remittance_with_a_fixed_debit_needs_no_quote()
    {
        await using var guide = await Guide.WalkAsync("recurring-fixed-debit.mjs");
        var received = Numbers(guide.Found, "received");
        Assert.Equal(3, received.Count);
        Assert.Equal((403, Unauthorized), Refusal(guide.Found, "again"));
        Assert.Equal(-12_000, guide.Change("cloudnine", "alice"));
        Assert.Equal(received.Aggregate(BigInteger.Add), guide.Change("happylife", "marisol"));
    }

    [Fact]
    public async Task A_recurring_remittance_with_a_fixed_receive_amount_has_its_consent_first()
    {
        await using var guide = await Guide.WalkAsync("recurring-fixed-receive.mjs");
        Assert.Equal([30_000, 30_000, 30_000], Numbers(guide.Found, "received"));
        Assert.Equal((403, Unauthorized), Refusal(guide.Found, "above"));
        Assert.Equal((30_000, "MXN"), (Number(guide.Found.GetProperty("spent"), "value"), guide.Found.GetProperty("spent").GetProperty("assetCode").GetString()));
        Assert.Equal("0", guide.Found.GetProperty("spentAnew").GetString());
        Assert.Equal(-Numbers(guide.Found, "debits").Aggregate(BigInteger.Add), guide.Change("cloudnine", "alice"));
        Assert.Equal(90_000, guide.Change("happylife", "marisol"));
    }

    [Fact]
    public async Task A_split_payment_reaches_both_receivers_under_one_consent_for_the_sum()
    {
        await using var guide = await Guide.WalkAsync("split-payment.mjs");
        Assert.Equal([9900, 100], Numbers(guide.Found, "received"));
        Assert.Equal((9900, 100), (guide.Change("happylife", "bob"), guide.Change("happylife", "lars")));
        Assert.Equal(Number(guide.Found, "sum"), Number(guide.Found, "spent"));
        Assert.Equal(-Number(guide.Found, "sum"), guide.Change("cloudnine", "alice"));
        Assert.Equal((403, Unauthorized), Refusal(guide.Found, "third"));
    }

    [Fact]
    public async Task A_grant_for_future_payments_tells_what_was_spent_under_it()
    {
        await using var guide = await Guide.WalkAsync("future-payments.mjs");
        var debits = Numbers(guide.Found, "debits");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (guide.Found.GetProperty("before").GetProperty("spentDebitAmount").ValueKind, guide.Found.GetProperty("before").GetProperty("spentReceiveAmount").ValueKind));
        Assert.Equal([debits[0], debits[0] + debits[1]], guide.Found.GetProperty("spent").EnumerateArray().Select(s => Number(s.GetProperty("spentDebitAmount"), "value")));
        Assert.Equal([500, 1700], guide.Found.GetProperty("spent").EnumerateArray().Select(s => Number(s.GetProperty("spentReceiveAmount"), "value")));
        Assert.Equal((403, Unauthorized), Refusal(guide.Found, "tooMuch"));
        Assert.Equal((-(debits[0] + debits[1]), 1700), (guide.Change("cloudnine", "alice"), guide.Change("happylife", "bob")));
    }

    [Fact]
    public async Task A_wallet_address_is_confirmed_by_its_owner_and_no_token_is_given()
    {
        await using var guide = await Guide.WalkAsync("wallet-ownership.mjs");
        Assert.Equal(["continue", "subject"], guide.Found.GetProperty("members").EnumerateArray().Select(m => m.GetString()));
        var id = Assert.Single(guide.Found.GetProperty("subject").GetProperty("sub_ids").EnumerateArray());
        Assert.Equal((guide.Address("cloudnine", "alice").AbsoluteUri, "uri"), (id.GetProperty("id").GetString(), id.GetProperty("format").GetString()));
        Assert.Equal("grant_rejected", guide.Found.GetProperty("denied").GetString());
        Assert.Equal(401, Refusal(guide.Found, "refusal").Status);
        Assert.Equal(0, guide.Change("cloudnine", "alice"));
    }

    private static BigInteger Parse(JsonElement text) => BigInteger.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static BigInteger Number(JsonElement found, string member) => Parse(found.GetProperty(member));

    private static List<BigInteger> Numbers(JsonElement found, string member) => [.. found.GetProperty(member).EnumerateArray().Select(Parse)];

    private static (int Status, string? Description) Refusal(JsonElement found, string member)
        => (found.GetProperty(member).GetProperty("status").GetInt32(), found.GetProperty(member).GetProperty("description").GetString());
}
