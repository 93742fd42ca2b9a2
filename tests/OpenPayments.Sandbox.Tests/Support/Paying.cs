using System.Net.Http.Headers;
using System.Text;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Faults;

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>A payment of alice's that lacks only its last request, and a fault that waits for it.</summary>
internal sealed class Paying : IAsyncDisposable
{
    private readonly Ready _ready;
    private readonly AccessToken _token;

    private Paying(TestSandbox sandbox, Ready ready, AccessToken token) => (Sandbox, _ready, _token) = (sandbox, ready, token);

    public TestSandbox Sandbox { get; }

    public static async Task<Paying> StartAsync(Fault fault)
    {
        var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var token = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        sandbox.Server.Faults.Add(fault);
        return new Paying(sandbox, ready, token);
    }

    public Task<ApiResult<OutgoingPaymentWithSpentAmounts>> PayAsync() => Sandbox.Client.PayAsync(_ready.Payer, _token, _ready.Quote.Id);

    /// <summary>The same request, with the answer as it comes over the wire.</summary>
    public async Task<HttpResponseMessage> PostAsync(CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _ready.Payer.Collection("outgoing-payments"))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"walletAddress":"{{_ready.Payer.Id}}","quoteId":"{{_ready.Quote.Id}}"}""")),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("GNAP", _token.Value.Reveal());
        return await Sandbox.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    /// <summary>How many payments there are, whatever the client was told.</summary>
    public async Task<int> MadeAsync()
        => (await Sandbox.Client.Resources.ListOutgoingPaymentsAsync(_ready.Payer.Collection("outgoing-payments"), _token.Value, _ready.Payer.Id.AbsoluteUri, null, null, null)).Body().Result!.Count;

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();
}
