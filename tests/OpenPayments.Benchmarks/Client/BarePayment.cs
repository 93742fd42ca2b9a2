using System.Text;
using OpenPayments.Client;

namespace OpenPayments.Benchmarks;

/// <summary>The same 11 requests with a bare <see cref="HttpClient"/>: ready-made bodies, real signatures, answers read and not looked at.</summary>
internal sealed class BarePayment : IDisposable
{
    private readonly SigningKey _key = SigningKey.Generate("key-1");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null });
    private readonly MessageSigner _signer;
    private readonly (HttpMethod Method, Uri Url, bool Token, byte[]? Body)[] _requests;

    public BarePayment(Uri server)
    {
        _signer = new MessageSigner(_key, TimeProvider.System);
        var s = server.AbsoluteUri.TrimEnd('/');
        const string Id = "5f1c29a0-83b4-4c0e-9d35-7a1f6b2f2c11";
        const string Metadata = "\"metadata\":{\"description\":\"Order 42 – café\"}";
        var grant = $",\"client\":{{\"walletAddress\":\"{s}/shop\"}}}}";
        _requests =
        [
            Request("GET", "/alice", false),
            Request("GET", "/bob", false),
            Request("POST", "/grant", false, """{"access_token":{"access":[{"type":"incoming-payment","actions":["create","read"]}]}""" + grant),
            Request("POST", "/tenant/incoming-payments", true, $$"""{"walletAddress":"{{s}}/bob","incomingAmount":{"value":"1000","assetCode":"USD","assetScale":2},{{Metadata}}}"""),
            Request("POST", "/grant", false, """{"access_token":{"access":[{"type":"quote","actions":["create"]}]}""" + grant),
            Request("POST", "/tenant/quotes", true, $$"""{"walletAddress":"{{s}}/alice","receiver":"{{s}}/tenant/incoming-payments/{{Id}}","method":"ilp"}"""),
            Request("POST", "/grant/interactive", false, $$$$"""{"interact":{"start":["redirect"],"finish":{"method":"redirect","uri":"{{{{s}}}}/payments/1/finish","nonce":"9B1F6C3A77D24E5081C2"}},"access_token":{"access":[{"type":"outgoing-payment","actions":["create","read"],"identifier":"{{{{s}}}}/alice","limits":{"debitAmount":{"value":"1132","assetCode":"USD","assetScale":2}}}]}""" + grant),
            Request("POST", $"/continue/{Id}", true, """{"interact_ref":"9B1F6C3A77D24E5081C2"}"""),
            Request("POST", "/tenant/outgoing-payments", true, $$"""{"walletAddress":"{{s}}/alice","quoteId":"{{s}}/tenant/quotes/{{Id}}",{{Metadata}}}"""),
            Request("GET", $"/tenant/outgoing-payments/{Id}", true),
            Request("GET", $"/tenant/incoming-payments/{Id}", true),
        ];

        (HttpMethod, Uri, bool, byte[]?) Request(string method, string path, bool token, string? body = null) => (new HttpMethod(method), new Uri(server, path), token, body is null ? null : Encoding.UTF8.GetBytes(body));
    }

    public async Task PayAsync(int payments)
    {
        for (var i = 0; i < payments; i++) await PayAsync().ConfigureAwait(false);
    }

    /// <returns>The number of answers that were read: 11.</returns>
    public async Task<int> PayAsync()
    {
        var answers = 0;
        foreach (var (method, url, token, body) in _requests)
        {
            using var request = new HttpRequestMessage(method, url);
            _ = request.Headers.TryAddWithoutValidation("Accept", "application/json");
            if (token) _ = request.Headers.TryAddWithoutValidation("Authorization", "GNAP 9B1F6C3A77D24E5081C2");
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body);
                _ = request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            }
            if (token || body is not null) _signer.Sign(request, body);
            using var response = await _http.SendAsync(request).ConfigureAwait(false);
            if ((await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false)).Length > 100 && response.IsSuccessStatusCode) answers++;
        }
        return answers == _requests.Length ? answers : throw new InvalidOperationException($"Only {answers} answers came.");
    }

    public void Dispose()
    {
        _http.Dispose();
        _key.Dispose();
    }
}
