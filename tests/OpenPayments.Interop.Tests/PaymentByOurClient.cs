using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;
using OpenPayments.Sandbox;
using OpenPayments.Sandbox.Control;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Interop.Tests;

/// <summary>A whole payment made by our flow and our client as a host would run them, with every request kept as the sandbox received it.</summary>
internal sealed class PaymentByOurClient(string? metadata, bool directedIdentity = false)
{
    private readonly SandboxClock _clock = new();

    public List<SignedRequest> Requests { get; } = [];

    /// <summary>Pays and returns the public key that the requests were signed with, and the last state.</summary>
    public async Task<(JsonWebKey Key, FlowState End)> RunAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = _clock, SigningTime = _clock, OnRequest = Keep });
        using var key = SigningKey.Generate("a key \"with\" quotes");
        var walletAddress = sandbox.RegisterClient("shop", key.PublicJwk());
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddOpenPayments(o =>
            {
                (o.ClientWalletAddress, o.KeyId, o.PrivateKeyPem) = (walletAddress, key.KeyId, key.ToPem());
                (o.AllowLoopback, o.DirectedIdentity) = (true, directedIdentity);
                o.RequestTimeout = TimeSpan.FromMinutes(5); // nothing times out for a slow machine
            })
            .BuildServiceProvider();
        var order = new OneTimePayment(
            new Uri(sandbox.Cloudnine, "/accounts/alice"), new Uri(sandbox.Happylife, "/accounts/bob"),
            new Amount { Value = 1000, AssetCode = "USD", AssetScale = 2 }, new Uri("http://127.0.0.1:9/payments/1/finish?order=4%202"), metadata);
        var start = Flows.Start(order).Match(Right: p => p, Left: e => throw new InvalidOperationException($"{e.Field}: {e.Why}"));
        return (key.PublicJwk(), await CarryAsync(start, services.GetRequiredService<HttpInterpreter<FlowState>>()));
    }

    private void Keep(SignedRequest request)
    {
        // the server uses its headers again for the next request
        lock (Requests) Requests.Add(request with { Headers = new HeaderDictionary(request.Headers.ToDictionary(h => h.Key, h => h.Value)) });
    }

    private async Task<FlowState> CarryAsync(FlowState payment, HttpInterpreter<FlowState> interpreter)
    {
        while (true)
        {
            switch (await Flows.Next(payment).Run(interpreter))
            {
                case StepResult<FlowState>.To(var following):
                    payment = following;
                    break;
                case StepResult<FlowState>.Sleeping(var until):
                    _clock.Advance(Positive(until - _clock.GetUtcNow()));
                    break;
                case StepResult<FlowState>.Paused(var redirect, _):
                    payment = Flows.Return(payment, Brought(await ConsentBrowser.ApproveAsync(new Uri(redirect!.Reveal()))), _clock.GetUtcNow())
                        .Match(Right: p => p, Left: rejection => throw new InvalidOperationException(rejection.ToString()));
                    break;
                case StepResult<FlowState>.Finished:
                    return payment;
            }
        }
    }

    private static InteractionResult Brought(Uri back)
    {
        var query = QueryHelpers.ParseQuery(back.Query);
        return new InteractionResult.Approved(query["hash"].ToString(), new Secret(query["interact_ref"].ToString()));
    }

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}
