using OpenPayments.Sandbox.Faults;

namespace OpenPayments.Sandbox.Tests.Faults;

/// <summary>Which requests meet a fault, and how many of them.</summary>
public class FaultMatchTests
{
    private static readonly Trouble Trouble = new Trouble.Reply(503, FaultBody.Error, AfterEffect: false, RetryAfter: null);

    [Fact]
    public async Task The_next_two_meet_it_and_the_third_goes_well()
        => Assert.Equal([503, 503, 200, 200], await StatusesAsync(new Fault(Trouble) { Operation = Operation.GetWalletAddress, Times = 2 }));

    [Fact]
    public async Task One_goes_well_before_the_next_meets_it()
        => Assert.Equal([200, 503, 200, 200], await StatusesAsync(new Fault(Trouble) { Operation = Operation.GetWalletAddress, LetThrough = 1 }));

    [Fact]
    public async Task Each_meets_it_when_no_number_is_given()
        => Assert.Equal([503, 503, 503, 503], await StatusesAsync(new Fault(Trouble) { Operation = Operation.GetWalletAddress, Times = null }));

    [Theory]
    [InlineData("GET", "/accounts/*", 503)]
    [InlineData("get", null, 503)]
    [InlineData(null, "/accounts/alice", 503)]
    [InlineData("POST", "/accounts/*", 200)]
    [InlineData(null, "/accounts/*/jwks.json", 200)]
    [InlineData(null, "/*", 200)]
    public async Task A_method_and_a_path_choose_requests(string? method, string? path, int status)
        => Assert.Equal(status, (await StatusesAsync(new Fault(Trouble) { Method = method, Path = path }))[0]);

    [Theory]
    [InlineData("cloudnine", 503)]
    [InlineData("happylife", 200)]
    public async Task A_fault_may_be_of_one_provider(string provider, int status)
        => Assert.Equal(status, (await StatusesAsync(new Fault(Trouble) { Provider = provider }))[0]);

    [Theory]
    [InlineData(Operation.RequestGrant)]
    [InlineData(Operation.RequestIncomingPaymentGrant)]
    [InlineData(Operation.RequestQuoteGrant)]
    [InlineData(Operation.RequestOutgoingPaymentGrant)]
    [InlineData(Operation.ContinueGrant)]
    [InlineData(Operation.CreateIncomingPayment)]
    [InlineData(Operation.GetIncomingPayment)]
    [InlineData(Operation.CreateQuote)]
    [InlineData(Operation.CreateOutgoingPayment)]
    [InlineData(Operation.GetWalletAddress)]
    public async Task Each_step_of_a_payment_can_be_met(Operation operation)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        sandbox.Server.Faults.Add(new Fault(Trouble) { Operation = operation });
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PayAsync(sandbox));
        Assert.Contains("503", failure.Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Server.Faults.Pending);
        await PayAsync(sandbox);
    }

    [Fact]
    public async Task Without_a_choice_every_operation_meets_it_but_the_keys_that_providers_look_up()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        sandbox.Server.Faults.Add(new Fault(new Trouble.Delay(TimeSpan.Zero)) { Times = null });
        sandbox.Server.Faults.Add(new Fault(Trouble) { Operation = Operation.GetKeys });
        using var http = new HttpClient();
        Assert.Equal(503, (int)(await http.GetAsync(sandbox.Client.WalletAddress + "/jwks.json")).StatusCode);
    }

    [Fact]
    public async Task Faults_that_cannot_be_are_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var faults = sandbox.Server.Faults;
        Fault[] wrong =
        [
            new(Trouble) { Times = 0 }, new(Trouble) { Times = 1001 }, new(Trouble) { LetThrough = -1 }, new(Trouble) { Path = "op" },
            new(new Trouble.Delay(TimeSpan.FromSeconds(31))), new(new Trouble.SlowBody(TimeSpan.FromSeconds(-1))), new(new Trouble.TimePasses(TimeSpan.FromDays(401))),
            new(new Trouble.Reply(100, FaultBody.None, false, null)), new(new Trouble.Reply(204, FaultBody.Html, false, null)), new(new Trouble.Reply(429, FaultBody.None, false, TimeSpan.FromSeconds(-1))),
        ];
        foreach (var fault in wrong) Assert.Throws<ArgumentException>(() => faults.Add(fault));
        for (var i = 0; i < 100; i++) faults.Add(new Fault(Trouble));
        Assert.Throws<InvalidOperationException>(() => faults.Add(new Fault(Trouble)));
        faults.Clear();
        Assert.Throws<InvalidOperationException>(() => faults.Add(new Fault(new Trouble.TimePasses(TimeSpan.FromDays(1)))));
        Assert.Empty(faults.Pending);
    }

    private static async Task PayAsync(TestSandbox sandbox)
    {
        var ready = await Ready.ForAsync(sandbox, 1000);
        var token = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        _ = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        _ = await ready.ReceivedAsync(sandbox);
    }

    private static async Task<IReadOnlyList<int>> StatusesAsync(Fault fault)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        sandbox.Server.Faults.Add(fault);
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++) statuses.Add((await sandbox.Client.Wallets.GetWalletAddressAsync(sandbox.Alice)).Status);
        return statuses;
    }
}
