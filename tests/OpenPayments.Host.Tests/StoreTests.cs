using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Store;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class StoreTests : IDisposable
{
    private const string Token = "token-that-nobody-may-read";

    private readonly TemporaryFolder _folder = new();
    private readonly LeapingTime _time = new();
    private readonly List<ServiceProvider> _opened = [];

    [Fact]
    public async Task Of_saves_that_name_the_same_version_exactly_one_takes_place()
    {
        // two stores over one file: what two hosts are
        var (one, other) = (Open(), Open());
        await one.CreateAsync("p", Start(), null, null, default);
        for (long version = 1; version <= 20; version++)
        {
            var saves = Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).SaveAsync("p", version, Save(Start()), default)));
            Assert.Single(await Task.WhenAll(saves), saved => saved);
            Assert.Equal(version + 1, (await one.LoadAsync("p", default))!.Version);
        }
    }

    [Fact]
    public async Task A_save_that_lost_leaves_no_trace()
    {
        var store = Open();
        await store.CreateAsync("p", Start(), null, null, default);
        Assert.True(await store.SaveAsync("p", 1, Save(Failed("first")), default));
        Assert.False(await store.SaveAsync("p", 1, Save(Failed("second")), default));
        Assert.Equal(Failed("first"), (await store.LoadAsync("p", default))!.State);
        Assert.Equal([1L, 2L], Views().EventsAfter("p", 0).Select(step => step.Version));
    }

    [Fact]
    public async Task A_payment_that_is_not_there_yet_is_saved_as_version_0_once()
    {
        var store = Open();
        Assert.True(await store.SaveAsync("p", 0, Save(Start()), default));
        Assert.False(await store.SaveAsync("p", 0, Save(Failed("second")), default));
        Assert.False(await store.SaveAsync("q", 1, Save(Start()), default));
        Assert.Equal((Start(), 1L), ((await store.LoadAsync("p", default))!.State, (await store.LoadAsync("p", default))!.Version));
    }

    [Fact]
    public async Task What_was_saved_is_there_after_a_restart()
    {
        await Open().CreateAsync("p", Start(), "https://shop.example/", null, default);
        Assert.True(await Open().SaveAsync("p", 1, new FlowSave<FlowState>(Secretive(), InFlight: true, _time.GetUtcNow(), _time.GetUtcNow()), default));
        Close();

        var held = (await Open().LoadAsync("p", default))!;
        Assert.Equal(Secretive(), held.State);
        Assert.Equal((2, true), (held.Version, held.InFlight));
        Assert.Equal("https://shop.example/", Views().Find("p")!.ReturnUrl);
    }

    [Fact]
    public async Task Nothing_secret_can_be_read_in_the_file()
    {
        var store = Open();
        await store.CreateAsync("p", Secretive(), null, null, default);
        Close();
        var disk = string.Concat(Directory.GetFiles(_folder.Path, "payments.db*").Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        Assert.Contains("incoming-payment", disk, StringComparison.Ordinal); // the summary can
        Assert.DoesNotContain(Token, disk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_opens_for_its_own_payment_alone()
    {
        var store = Open();
        await store.CreateAsync("p", Secretive(), null, null, default);
        await store.CreateAsync("q", Start(), null, null, default);
        await Database().WriteAsync(connection => connection.Command("UPDATE payments SET state = (SELECT state FROM payments WHERE id = 'p') WHERE id = 'q'").ExecuteNonQuery(), default);
        await Assert.ThrowsAsync<CryptographicException>(() => store.LoadAsync("q", default));
    }

    [Fact]
    public async Task Files_and_keys_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        await Open().PostponeAsync("nobody");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("payments.db")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("payments.keys")));
    }

    [Fact]
    public async Task Of_hosts_that_look_for_what_is_due_each_gets_its_own()
    {
        var (one, other) = (Open(), Open());
        for (var i = 0; i < 40; i++) await one.CreateAsync($"p{i}", Start(), null, null, default);
        Assert.Empty(await one.ClaimDueAsync(100, _time.GetUtcNow() + Lease, default)); // leased to whoever created them
        _time.Jump(Lease);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).ClaimDueAsync(10, _time.GetUtcNow() + Lease, default))));
        Assert.Equal(40, taken.SelectMany(ids => ids).Distinct().Count());
        Assert.Equal(40, taken.Sum(ids => ids.Count));
        Assert.Empty(await other.ClaimDueAsync(100, _time.GetUtcNow() + Lease, default));
    }

    /// <summary>A payment is offered exactly when it is due and in nobody's hand, whatever was saved before and however the clock ran.</summary>
    [Fact]
    public void What_is_due_and_free_is_offered_and_nothing_else() => Prop
        .ForAll(Gen.ArrayOf(Gen.Choose(0, 300).Zip(Gen.Choose(-100, 300))).ToArbitrary(), payments => Offered(payments))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true));

    [Fact]
    public async Task A_database_of_a_later_release_is_not_touched()
    {
        Open();
        await Database().WriteAsync(connection => connection.Command("PRAGMA user_version = 99").ExecuteNonQuery(), default);
        Close();
        Assert.Contains("of another release", Assert.Throws<SettingsException>(Open).Message, StringComparison.Ordinal);
    }

    private bool Offered((int DueIn, int LeasedFor)[] payments)
    {
        var (store, now) = (Open(), _time.GetUtcNow());
        var run = Guid.NewGuid().ToString("n");
        foreach (var (i, (dueIn, leasedFor)) in payments.Index())
        {
            store.CreateAsync($"{run}-{i}", Start(), null, null, default).GetAwaiter().GetResult();
            store.SaveAsync($"{run}-{i}", 1, new FlowSave<FlowState>(Start(), false, now.AddSeconds(dueIn), now.AddSeconds(leasedFor)), default).GetAwaiter().GetResult();
        }
        _time.Jump(TimeSpan.FromSeconds(150));
        var offered = store.ClaimDueAsync(1_000_000, _time.GetUtcNow() + Lease, default).GetAwaiter().GetResult().Where(id => id.StartsWith(run, StringComparison.Ordinal)).ToHashSet();
        var expected = payments.Index().Where(p => p.Item.DueIn <= 150 && p.Item.LeasedFor <= 150).Select(p => $"{run}-{p.Index}").ToHashSet();
        Close();
        return offered.SetEquals(expected);
    }

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static FlowState Start() => Flows.Start(Order()).Match(Right: state => state, Left: error => throw new InvalidOperationException(error.Why));

    private static FlowState Failed(string why) => new(Order(), new Progress.Failed(new Reason("code", "quote", why, "advice", Fault.Provider), new Flow.Result(new([]))));

    private FlowState Secretive() => new(Order(), new Progress.Asking(
        new Journal("one-time-payment", []), new CreatingIncomingPayment(
            Wallet("bob"), new Grant(GrantKind.IncomingPayment, new Uri("https://auth.example/"), new Token(new Secret(Token), new Uri("https://auth.example/token/1")), _time.GetUtcNow()),
            Order().IncomingAmount, null, null)));

    private static Wallet Wallet(string name) => new(new Uri($"https://wallet.example/{name}"), new Uri("https://auth.example/"), new Uri("https://resource.example/"), "USD", 2);

    private static OneTimePayment Order() => new(
        new Uri("https://wallet.example/alice"), new Uri("https://wallet.example/bob"), new Amount { Value = 1000, AssetCode = "USD", AssetScale = 2 }, new Uri("https://pay.example/payments/p/finish"));

    private FlowSave<FlowState> Save(FlowState state) => new(state, InFlight: false, _time.GetUtcNow(), _time.GetUtcNow());

    private PaymentStore Open() => Services().GetRequiredService<PaymentStore>();

    private PaymentViews Views() => _opened[^1].GetRequiredService<PaymentViews>();

    private PaymentDatabase Database() => _opened[^1].GetRequiredService<PaymentDatabase>();

    private ServiceProvider Services()
    {
        var settings = new HostSettings(
            new Uri("https://pay.example/"), new ApiKeys([]), new ReturnOrigins([]), new TrustedProxies([]), Lease, 60, new() { DataSource = _folder.File("payments.db"), DefaultTimeout = 15 }, AllowLoopback: false);
        var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton<TimeProvider>(_time).AddPaymentStore(settings).BuildServiceProvider();
        _opened.Add(services);
        services.GetRequiredService<PaymentDatabase>().Prepare();
        return services;
    }

    private void Close()
    {
        foreach (var services in _opened) services.Dispose();
        _opened.Clear();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }
}
