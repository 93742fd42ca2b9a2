using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Payments;

public class IncomingPaymentTests
{
    [Fact]
    public async Task It_expires_in_thirty_days_unless_told_otherwise_and_creating_it_twice_makes_two()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payee, token) = await ReceivingAsync(sandbox);
        var (first, second) = (await sandbox.Client.OpenAsync(payee, token, Journey.Usd(5)), await sandbox.Client.OpenAsync(payee, token, Journey.Usd(5)));
        Assert.Equal(sandbox.Clock.GetUtcNow().AddDays(30), first.ExpiresAt);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task An_expired_one_that_nothing_came_to_vanishes()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payee, token) = await ReceivingAsync(sandbox);
        var payment = await sandbox.Client.OpenAsync(payee, token, Journey.Usd(5), sandbox.Clock.GetUtcNow().AddMinutes(1));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(401, (await sandbox.Client.Resources.GetIncomingPaymentAsync(payment.Id, token.Value)).Refusal().Status);
        using var http = new HttpClient();
        using var seen = await http.GetAsync(payment.Id);
        Assert.Equal(401, (int)seen.StatusCode);
    }

    [Fact]
    public async Task An_expired_one_that_got_a_part_stays_and_takes_no_more()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var token = await sandbox.ConsentAsync(ready.Payer, null);
        var request = new CreateOutgoingPaymentRequest.WithIncomingPayment { WalletAddress = ready.Payer.Id, IncomingPayment = ready.Incoming.Id, DebitAmount = Journey.Usd(500) };
        _ = (await sandbox.Client.Resources.CreateOutgoingPaymentAsync(ready.Payer.Collection("outgoing-payments"), token.Value, request)).Body();
        sandbox.Clock.Advance(TimeSpan.FromDays(30));
        var (receiving, paying) = (await sandbox.Client.TokenAsync(ready.Payee, Journey.Receiving), (await sandbox.Client.Grants.RotateTokenAsync(token.Manage, token.Value)).Body().AccessToken);
        var seen = Assert.IsType<IncomingPaymentWithMethods>((await sandbox.Client.Resources.GetIncomingPaymentAsync(ready.Incoming.Id, receiving.Value)).Body());
        Assert.Equal((false, true), (seen.Completed, seen.ReceivedAmount.Value is > 0 and < 1000));
        Assert.Equal("invalid receiver", (await sandbox.Client.Resources.CreateOutgoingPaymentAsync(ready.Payer.Collection("outgoing-payments"), paying.Value, request)).Refusal().Description);
    }

    [Fact]
    public async Task It_may_receive_more_than_it_asked_for()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var token = await sandbox.ConsentAsync(ready.Payer, null);
        _ = (await sandbox.Client.Resources.CreateOutgoingPaymentAsync(ready.Payer.Collection("outgoing-payments"), token.Value,
            new CreateOutgoingPaymentRequest.WithIncomingPayment { WalletAddress = ready.Payer.Id, IncomingPayment = ready.Incoming.Id, DebitAmount = Journey.Usd(2000) })).Body();
        sandbox.Settle();
        var received = await ready.ReceivedAsync(sandbox);
        Assert.Equal((true, true), (received.Completed, received.ReceivedAmount.Value > 1000));
    }

    [Fact]
    public async Task Its_methods_are_new_on_every_look()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var (first, second) = (await ready.ReceivedAsync(sandbox), await ready.ReceivedAsync(sandbox));
        Assert.NotEqual(Assert.Single(first.Methods), Assert.Single(second.Methods));
    }

    [Fact]
    public async Task Anyone_sees_what_was_received_and_where_to_ask_for_more()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        using var http = new HttpClient();
        Assert.Equal($$$"""{"receivedAmount":{"value":"0","assetCode":"USD","assetScale":2},"authServer":"{{{ready.Payee.AuthServer}}}"}""", await http.GetStringAsync(ready.Incoming.Id));
    }

    [Fact]
    public async Task Completing_closes_it_once()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payee, token) = await ReceivingAsync(sandbox);
        var payment = await sandbox.Client.OpenAsync(payee, token);
        var complete = new Uri(payment.Id.AbsoluteUri + "/complete");
        Assert.True((await sandbox.Client.Resources.CompleteIncomingPaymentAsync(complete, token.Value)).Body().Completed);
        Assert.Equal(409, (await sandbox.Client.Resources.CompleteIncomingPaymentAsync(complete, token.Value)).Refusal().Status);
        var payer = await sandbox.WalletAsync(sandbox.Alice);
        Assert.Equal("invalid receiver", (await sandbox.Client.QuoteAsync(payer, await sandbox.Client.TokenAsync(payer, Journey.Quoting), payment.Id)).Refusal().Description);
    }

    [Fact]
    public async Task Pages_go_forth_and_back_newest_first()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payee, token) = await ReceivingAsync(sandbox);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Insert(0, (await sandbox.Client.OpenAsync(payee, token, Journey.Usd(5))).Id.Segments[^1]);
        var first = await PageAsync(null, 2, null);
        Assert.Equal((ids[0], ids[1], true, false), (first.Pagination!.StartCursor, first.Pagination.EndCursor, first.Pagination.HasNextPage, first.Pagination.HasPreviousPage));
        var last = await PageAsync(first.Pagination.EndCursor, 100, null);
        Assert.Equal((ids[2], ids[4], false, true), (last.Pagination!.StartCursor, last.Pagination.EndCursor, last.Pagination.HasNextPage, last.Pagination.HasPreviousPage));
        var back = await PageAsync(last.Pagination.EndCursor, null, 2);
        Assert.Equal((ids[2], ids[3], true, true), (back.Pagination!.StartCursor, back.Pagination.EndCursor, back.Pagination.HasNextPage, back.Pagination.HasPreviousPage));

        async Task<ListIncomingPaymentsResponse> PageAsync(string? cursor, int? forth, int? backwards)
            => (await sandbox.Client.Resources.ListIncomingPaymentsAsync(payee.Collection("incoming-payments"), token.Value, payee.Id.AbsoluteUri, cursor, forth, backwards)).Body();
    }

    [Theory]
    [InlineData(null, 1, 1)]
    [InlineData(null, 0, null)]
    [InlineData(null, 101, null)]
    [InlineData(null, null, 1)]
    [InlineData("no-such-cursor", 1, null)]
    public async Task A_page_that_makes_no_sense_is_refused(string? cursor, int? first, int? last)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payee, token) = await ReceivingAsync(sandbox);
        Assert.Equal(400, (await sandbox.Client.Resources.ListIncomingPaymentsAsync(payee.Collection("incoming-payments"), token.Value, payee.Id.AbsoluteUri, cursor, first, last)).Refusal().Status);
    }

    [Fact]
    public async Task Metadata_comes_back_as_it_was_sent()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payee, token) = await ReceivingAsync(sandbox);
        var metadata = System.Text.Json.JsonDocument.Parse("""{"b":[1,2.5,null],"7":{"x":"é 📚 \u2028"},"a":true}""").RootElement.EnumerateObject().ToDictionary(m => m.Name, m => m.Value);
        var made = (await sandbox.Client.Resources.CreateIncomingPaymentAsync(payee.Collection("incoming-payments"), token.Value, new CreateIncomingPaymentRequest { WalletAddress = payee.Id, Metadata = metadata })).Body();
        Assert.Equal(3, made.Metadata!.Count);
        Assert.All(metadata, m => Assert.True(System.Text.Json.JsonElement.DeepEquals(m.Value, made.Metadata![m.Key])));
    }

    private static async Task<(WalletAddress Payee, AccessToken Token)> ReceivingAsync(TestSandbox sandbox)
    {
        var payee = await sandbox.WalletAsync(sandbox.Bob);
        return (payee, await sandbox.Client.TokenAsync(payee, Journey.Receiving));
    }
}
