using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Benchmarks;

/// <summary>In the stub's process: asks a host for payments and brings each back from its consent, as a shop and a payer's browser do.</summary>
internal sealed class StubPayer(Uri server) : IDisposable
{
    private const int Questions = 11;
    private static readonly Secret Reference = new("71fc0013-929c-44b7-9e1f-588aef854858");

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });
    private readonly string _order = $$"""{"senderWalletAddress":"{{server}}alice","receiverWalletAddress":"{{server}}bob","incomingAmount":{"value":"1000","assetCode":"USD","assetScale":2},"metadata":{"description":"Order 42 – café"} }""";
    private int _asked;
    private Secret? _nonce;

    /// <summary>Notes a question to a wallet; the interactive grant's holds the nonce that the hash is made from.</summary>
    public void See(ReadOnlyMemory<byte> body, bool interactive)
    {
        _asked++;
        if (!interactive) return;
        using var grant = JsonDocument.Parse(body);
        _nonce = new Secret(grant.RootElement.GetProperty("interact").GetProperty("finish").GetProperty("nonce").GetString()!);
    }

    public async Task PayAsync(Uri host, string key, int payments)
    {
        for (var i = 0; i < payments; i++)
        {
            _asked = 0;
            await FinishAsync(await StartAsync(host, key));
            if (_asked != Questions) throw new InvalidOperationException($"The payment asked {_asked} questions, not {Questions}.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Uri> StartAsync(Uri host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "payments")) { Content = new StringContent(_order, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await _http.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
        return new Uri(host, response.Headers.Location!);
    }

    private async Task FinishAsync(Uri payment)
    {
        var hash = Convert.ToBase64String(InteractionHash.Of(_nonce!, new Secret(StubAnswers.Finish), Reference, new Uri(server, "grant").AbsoluteUri));
        var finish = QueryHelpers.AddQueryString($"{payment}/finish", new Dictionary<string, string?> { ["hash"] = hash, ["interact_ref"] = Reference.Reveal() });
        using var response = await _http.GetAsync(new Uri(finish));
        if (response.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }
}
