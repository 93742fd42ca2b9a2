using System.Collections.Concurrent;
using System.Numerics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Generated;
using OpenPayments.Sandbox;
using OpenPayments.Sandbox.Control;
using OpenPayments.Sandbox.Faults;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>
/// Two wallet providers over real HTTP, and our client with everything that a small tool has: interpreter, runner, a store in memory.
/// The payer agrees whenever asked. One clock for all; who waits moves it.
/// </summary>
internal sealed class FlowWorld : IAsyncDisposable
{
    private readonly SandboxServer _sandbox;
    private readonly ServiceProvider _services;
    private readonly SigningKey _key = SigningKey.Generate("flow-key");
    private readonly LeapingTime _time;
    private readonly Uri _client;
    private readonly Dictionary<Uri, BigInteger> _before = [];

    private FlowWorld(SandboxServer sandbox, SandboxClock clock, ConcurrentQueue<Asked> requests, Meddler meddler)
    {
        (_sandbox, Clock, Requests, _time, Meddler) = (sandbox, clock, requests, new LeapingTime(clock), meddler);
        Store = new MemoryFlowStore<FlowState>(_time);
        _client = sandbox.RegisterClient("shop", _key.PublicJwk());
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton(services => new OpenPaymentsClient(OpenPaymentsHttpClient.Create( // signs by the system's clock: a jump of the other is no stale signature
                services.GetRequiredService<IOptions<OpenPaymentsOptions>>().Value, services.GetRequiredService<SigningKey>(), services.GetRequiredService<UrlPolicy>(), TimeProvider.System)))
            .AddOpenPayments(o =>
            {
                (o.ClientWalletAddress, o.KeyId, o.PrivateKeyPem, o.AllowLoopback) = (_client, _key.KeyId, _key.ToPem(), true);
                o.RequestTimeout = TimeSpan.FromMinutes(5); // nothing times out for a slow machine
            })
            .BuildServiceProvider();
        foreach (var wallet in new[] { Alice, Penny, Bob, Lars, Marisol }) _before[wallet] = sandbox.Balance(wallet);
    }

    public SandboxClock Clock { get; }

    public MemoryFlowStore<FlowState> Store { get; }

    /// <summary>What was asked of the providers, in order, with the time on the clock.</summary>
    public ConcurrentQueue<Asked> Requests { get; }

    /// <summary>Does what nobody asked for, in the middle of a payment.</summary>
    public Meddler Meddler { get; }

    public FaultList Faults => _sandbox.Faults;

    /// <summary>How often the payer was sent to a consent page.</summary>
    public int Consents { get; private set; }

    public Uri Alice => new(_sandbox.Cloudnine, "accounts/alice");

    public Uri Penny => new(_sandbox.Cloudnine, "accounts/penny");

    public Uri Bob => new(_sandbox.Happylife, "accounts/bob");

    public Uri Lars => new(_sandbox.Happylife, "accounts/lars");

    public Uri Marisol => new(_sandbox.Happylife, "accounts/marisol");

    public Uri Finish { get; } = new("http://127.0.0.1:9/finish/1");

    public OpenPaymentsClient Client => _services.GetRequiredService<OpenPaymentsClient>();

    public static async Task<FlowWorld> StartAsync(Func<SandboxOptions, SandboxOptions>? with = null)
    {
        var (clock, requests, meddler) = (new SandboxClock(), new ConcurrentQueue<Asked>(), new Meddler());
        var options = new SandboxOptions
        {
            Time = clock,
            OnRequest = request => requests.Enqueue(new Asked(request.Method, new Uri(request.TargetUri), clock.GetUtcNow())),
            Around = meddler.StandAsync,
        };
        return new FlowWorld(await SandboxServer.StartAsync(with is null ? options : with(options)), clock, requests, meddler);
    }

    public static Amount Usd(ulong value) => new() { Value = value, AssetCode = "USD", AssetScale = 2 };

    public static Amount Mxn(ulong value) => Usd(value) with { AssetCode = "MXN" };

    public static Amount Eur(ulong value) => Usd(value) with { AssetCode = "EUR" };

    /// <summary>So many windows of a month, from now on.</summary>
    public string Monthly(int times) => $"R{times}/{Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}/P1M";

    /// <param name="payments">What is ordered under a grant, one after the other, before it is closed.</param>
    public Task<FlowState> CarryAsync(Order order, params FuturePayment[] payments)
    {
        var ordered = new Queue<FuturePayment>(payments);
        return AnyOrder.CarryAsync(
            order, _services.GetRequiredService<HttpInterpreter<FlowState>>(), Store, _time, AgreeAsync,
            () => ordered.TryDequeue(out var next) ? next : null, TestContext.Current.CancellationToken);
    }

    /// <summary>The money that came to a wallet since the beginning; less than nothing: that left it.</summary>
    public int Gained(Uri wallet) => (int)(_sandbox.Balance(wallet) - _before[wallet]);

    public int Count(string method, string path) => Requests.Count(request => request.Method == method && request.Url.AbsolutePath.Contains(path, StringComparison.Ordinal));

    /// <summary>What a shop can do with what it was given: take no more money for the incoming payment that was made last.</summary>
    public async Task CloseIncomingPaymentAsync(Uri wallet)
    {
        var receiver = Body(await Client.WalletAddresses.GetWalletAddressAsync(wallet));
        var access = new AccessIncoming { Actions = [AccessIncomingAction.List, AccessIncomingAction.Complete] };
        var request = new GrantRequest.WithAccessToken { AccessToken = new GrantRequestAccessToken { Access = [access] }, Client = new ClientInstance.WithWalletAddress { WalletAddress = _client } };
        var token = Assert.IsType<GrantResponse.Granted>(Body(await Client.Grants.RequestGrantAsync(receiver.AuthServer, request))).AccessToken.Value;
        var payments = Body(await Client.Resources.ListIncomingPaymentsAsync(new Uri($"{receiver.ResourceServer}/incoming-payments"), token, wallet.AbsoluteUri, null, 1, null)).Result;
        Body(await Client.Resources.CompleteIncomingPaymentAsync(new Uri($"{Assert.Single(payments!).Id}/complete"), token));
    }

    /// <summary>The faults were met, and the books are in order.</summary>
    public void AssertInOrder()
    {
        Assert.Empty(Faults.Pending);
        var audit = _sandbox.Ledger.Audit();
        Assert.True(audit.InOrder, audit.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
        _key.Dispose();
    }

    private static T Body<T>(ApiResult<T> result) => result is ApiResult<T>.Success success ? success.Body : throw new InvalidOperationException(result.ToString());

    private async Task<InteractionResult> AgreeAsync(Uri consentPage)
    {
        Consents++;
        var query = QueryHelpers.ParseQuery((await ConsentBrowser.ApproveAsync(consentPage)).Query);
        return new InteractionResult.Approved(query["hash"].ToString(), new Secret(query["interact_ref"].ToString()));
    }
}

/// <summary>A request as the sandbox saw it.</summary>
internal sealed record Asked(string Method, Uri Url, DateTimeOffset At);
