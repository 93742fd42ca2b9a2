using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Payments;

public class OutgoingPaymentTests
{
    private static readonly Refusal InvalidQuote = new(400, "400", "invalid quote");

    [Fact]
    public async Task A_payment_has_the_id_of_its_quote_and_a_second_one_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (ready, token) = await ConsentedAsync(sandbox);
        var payment = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        Assert.Equal(ready.Quote.Id.Segments[^1], payment.Id.Segments[^1]);
        Assert.Equal(ready.Quote.Id, payment.QuoteId);
        Assert.Equal(InvalidQuote, (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Refusal());
    }

    [Fact]
    public async Task Of_many_payments_at_once_from_one_quote_exactly_one_is_made()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (ready, token) = await ConsentedAsync(sandbox);
        var before = sandbox.Server.Balance(sandbox.Alice);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)));
        Assert.Single(answers.OfType<ApiResult<OutgoingPaymentWithSpentAmounts>.Success>());
        sandbox.Settle();
        Assert.Equal(before - ready.Quote.DebitAmount.Value, sandbox.Server.Balance(sandbox.Alice));
    }

    [Fact]
    public async Task An_expired_quote_is_refused_in_the_same_words()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (ready, token) = await ConsentedAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(InvalidQuote, (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Refusal());
    }

    [Fact]
    public async Task A_quote_of_another_account_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (_, token) = await ConsentedAsync(sandbox);
        var other = await Ready.ForAsync(sandbox, 1000, payer: new Uri(sandbox.Server.Cloudnine, "/accounts/elena"));
        Assert.Equal(InvalidQuote, (await sandbox.Client.PayAsync(await sandbox.WalletAsync(sandbox.Alice), token, other.Quote.Id)).Refusal());
    }

    [Fact]
    public async Task A_quote_to_a_receiver_that_was_closed_or_expired_since_is_refused_in_the_same_words()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (closed, token) = await ConsentedAsync(sandbox);
        _ = (await sandbox.Client.Resources.CompleteIncomingPaymentAsync(new Uri(closed.Incoming.Id.AbsoluteUri + "/complete"), closed.Receiving.Value)).Body();
        Assert.Equal(InvalidQuote, (await sandbox.Client.PayAsync(closed.Payer, token, closed.Quote.Id)).Refusal());
        var soon = await sandbox.Client.OpenAsync(closed.Payee, closed.Receiving, Journey.Usd(10), sandbox.Clock.GetUtcNow().AddMinutes(1));
        var quote = (await sandbox.Client.QuoteAsync(closed.Payer, closed.Quoting, soon.Id)).Body();
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(InvalidQuote, (await sandbox.Client.PayAsync(closed.Payer, token, quote.Id)).Refusal());
    }

    [Fact]
    public async Task Without_a_quote_an_unknown_an_expired_or_a_closed_incoming_payment_is_an_invalid_receiver()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (ready, token) = await ConsentedAsync(sandbox);
        var expired = await sandbox.Client.OpenAsync(ready.Payee, ready.Receiving, expiresAt: sandbox.Clock.GetUtcNow().AddMinutes(1));
        var closed = await sandbox.Client.OpenAsync(ready.Payee, ready.Receiving);
        _ = (await sandbox.Client.Resources.CompleteIncomingPaymentAsync(new Uri(closed.Id.AbsoluteUri + "/complete"), ready.Receiving.Value)).Body();
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        var open = await sandbox.Client.OpenAsync(ready.Payee, ready.Receiving);
        Uri[] receivers =
        [
            expired.Id, closed.Id, new(closed.Id.AbsoluteUri[..^36] + Guid.NewGuid()), new(open.Id.AbsoluteUri + "#a"), new(open.Id.AbsoluteUri[^36..], UriKind.Relative),
            new($"mailto:{open.Id.AbsoluteUri[^36..]}"), new(open.Id.AbsoluteUri.Replace("://", "://alice@", StringComparison.Ordinal)),
        ];
        foreach (var receiver in receivers)
            Assert.Equal(new Refusal(400, "400", "invalid receiver"), (await sandbox.Client.Resources.CreateOutgoingPaymentAsync(ready.Payer.Collection("outgoing-payments"), token.Value,
                new CreateOutgoingPaymentRequest.WithIncomingPayment { WalletAddress = ready.Payer.Id, IncomingPayment = receiver, DebitAmount = Journey.Usd(100) })).Refusal());
    }

    [Fact]
    public async Task From_an_incoming_payment_and_a_debit_amount_the_same_request_twice_pays_twice()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payer, payee) = (await sandbox.WalletAsync(sandbox.Alice), await sandbox.WalletAsync(sandbox.Bob));
        var incoming = await sandbox.Client.OpenAsync(payee, await sandbox.Client.TokenAsync(payee, Journey.Receiving));
        var token = await sandbox.ConsentAsync(payer, Journey.UpTo(Journey.Usd(500)));
        var before = sandbox.Server.Balance(sandbox.Alice);
        var request = new CreateOutgoingPaymentRequest.WithIncomingPayment { WalletAddress = payer.Id, IncomingPayment = incoming.Id, DebitAmount = Journey.Usd(250) };
        var quotes = new List<Uri?>();
        for (var i = 0; i < 2; i++)
            quotes.Add((await sandbox.Client.Resources.CreateOutgoingPaymentAsync(payer.Collection("outgoing-payments"), token.Value, request)).Body().QuoteId);
        Assert.Equal(2, quotes.Distinct().Count());
        Assert.DoesNotContain(null, quotes);
        sandbox.Settle();
        Assert.Equal(before - 500, sandbox.Server.Balance(sandbox.Alice));
        Assert.Equal("unauthorized", (await sandbox.Client.Resources.CreateOutgoingPaymentAsync(payer.Collection("outgoing-payments"), token.Value, request)).Refusal().Description);
    }

    [Fact]
    public async Task A_list_finds_the_payment_by_its_quote()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (ready, token) = await ConsentedAsync(sandbox);
        var payment = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        var page = (await sandbox.Client.Resources.ListOutgoingPaymentsAsync(ready.Payer.Collection("outgoing-payments"), token.Value, ready.Payer.Id.AbsoluteUri, null, 100, null)).Body();
        Assert.Equal((payment.Id, ready.Quote.Id), (Assert.Single(page.Result!).Id, page.Result![0].QuoteId));
    }

    [Fact]
    public async Task Pages_of_a_list_go_on_where_the_last_one_ended_and_no_page_has_more_than_a_hundred()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (ready, token) = (await Ready.ForAsync(sandbox, 1000), await sandbox.ConsentAsync(await sandbox.WalletAsync(sandbox.Alice), null));
        var made = new List<Uri>();
        for (var i = 0; i < 3; i++) made.Insert(0, (await sandbox.Client.PayAsync(ready.Payer, token, (await Ready.ForAsync(sandbox, 10)).Quote.Id)).Body().Id);
        var first = (await PageAsync(null, 2, null)).Body();
        var second = (await PageAsync(first.Pagination!.EndCursor, 2, null)).Body();
        Assert.Equal(made, [.. first.Result!.Concat(second.Result!).Select(p => p.Id)]);
        Assert.Equal((true, false), (first.Pagination.HasNextPage, second.Pagination!.HasNextPage));
        Assert.Equal((400, 400), ((await PageAsync(null, 101, null)).Refusal().Status, (await PageAsync(first.Pagination.EndCursor, 1, 1)).Refusal().Status));

        Task<ApiResult<ListOutgoingPaymentsResponse>> PageAsync(string? cursor, int? first, int? last)
            => sandbox.Client.Resources.ListOutgoingPaymentsAsync(ready.Payer.Collection("outgoing-payments"), token.Value, ready.Payer.Id.AbsoluteUri, cursor, first, last);
    }

    [Fact]
    public async Task An_unknown_id_is_unauthorized_and_not_unknown()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (ready, token) = await ConsentedAsync(sandbox);
        Uri Unknown(WalletAddress wallet, string collection) => new($"{wallet.Collection(collection).AbsoluteUri}/{Guid.NewGuid()}");
        Assert.Equal(401, (await sandbox.Client.Resources.GetOutgoingPaymentAsync(Unknown(ready.Payer, "outgoing-payments"), token.Value)).Refusal().Status);
        Assert.Equal(401, (await sandbox.Client.Resources.GetQuoteAsync(Unknown(ready.Payer, "quotes"), ready.Quoting.Value)).Refusal().Status);
        Assert.Equal(401, (await sandbox.Client.Resources.GetIncomingPaymentAsync(Unknown(ready.Payee, "incoming-payments"), ready.Receiving.Value)).Refusal().Status);
    }

    private static async Task<(Ready Ready, AccessToken Token)> ConsentedAsync(TestSandbox sandbox)
    {
        var ready = await Ready.ForAsync(sandbox, 1000);
        return (ready, await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount)));
    }
}
