using System.Text;
using OpenPayments.Flow;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>A flow run over real HTTP with a store, killed and resumed at every point.</summary>
public sealed class FlowRunnerTests : IAsyncDisposable
{
    private const string Alice = """{"id":"https://wallet.example/alice","assetCode":"USD","assetScale":2,"authServer":"https://auth.example/t","resourceServer":"https://wallet.example/t"}""";
    private const string Granted = """{"access_token":{"value":"v","manage":"https://auth.example/token/1","access":[]},"continue":{"access_token":{"value":"c"},"uri":"https://auth.example/continue/1"}}""";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly InteractionResult Approval = new InteractionResult.Approved("hash", new Secret("ref"));

    private readonly SettableTime _time = new(Toy.Start);
    private readonly WatchedStore<Toy> _store;
    private readonly RawServer _server;
    private readonly TestClient _client;

    /// <summary>What happens while a request is in flight: the server sees the request, the client waits.</summary>
    private Func<RawRequest, Task> _meanwhile = _ => Task.CompletedTask;

    public FlowRunnerTests()
    {
        _store = new WatchedStore<Toy>(_time);
        _client = new TestClient(time: _time);
        _server = new RawServer(async (request, stream) =>
        {
            await _meanwhile(request);
            var body = request.Target == "/alice" ? Alice : Granted;
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private FlowRunner<Toy> Runner(IFlowStore<Toy>? store = null) => new(new ToyMachine(_server.Url()), _client.Interpreter<Toy>(), store ?? _store, _time, Lease);

    private IEnumerable<string> Asked => _server.Requests.Select(r => r.Target);

    private Task AtAsync(Toy state) => _store.AddAsync("1", state);

    [Fact]
    public async Task A_flow_goes_from_pause_to_pause_to_its_end()
    {
        await AtAsync(new Toy.Discover());
        var paused = Assert.IsType<Stop<Toy>.Paused>(await Runner().RunAsync("1", default));
        Assert.Equal((new Toy.Consent(), "https://auth.example/interact", Toy.ConsentUntil), (paused.State, paused.Redirect!.Reveal(), paused.Until));
        Assert.Equal(Toy.ConsentUntil, _store["1"].DueAt);

        Assert.Equal(new Stop<Toy>.Sleeping(new Toy.Rest(), Toy.RestUntil), await Runner().ReturnAsync("1", Approval, default));
        Assert.Equal(new Stop<Toy>.Sleeping(new Toy.Rest(), Toy.RestUntil), await Runner().RunAsync("1", default));

        _time.Now = Toy.RestUntil;
        Assert.Equal([new Stop<Toy>.Finished(new Toy.Ended("well"))], await Runner().RunDueAsync(10, default));
        Assert.Null(_store["1"].DueAt);
        Assert.Equal(new Stop<Toy>.Finished(new Toy.Ended("well")), await Runner().RunAsync("1", default));
        Assert.Equal(["/alice", "/continue"], Asked);
    }

    [Fact]
    public async Task A_state_is_saved_under_a_lease_before_its_request_is_sent_and_marked_in_flight_if_that_must_not_be_repeated()
    {
        var seen = new List<FlowSave<Toy>>();
        _meanwhile = _ =>
        {
            seen.Add(_store["1"]);
            return Task.CompletedTask;
        };
        await AtAsync(new Toy.Discover());
        _ = await Runner().RunAsync("1", default);
        _ = await Runner().ReturnAsync("1", Approval, default);
        Assert.Equal(
            [new FlowSave<Toy>(new Toy.Discover(), false, Toy.Start, Toy.Start + Lease), new FlowSave<Toy>(new Toy.Continue(), true, Toy.Start, Toy.Start + Lease)],
            seen);
    }

    [Fact]
    public async Task A_request_that_must_not_be_repeated_is_lost_after_a_crash()
    {
        WatchedStore<Toy>? afterCrash = null;
        _meanwhile = async _ => afterCrash = await _store.SnapshotAsync();
        await AtAsync(new Toy.Continue());
        _ = await Runner().RunAsync("1", default);

        Assert.IsType<Stop<Toy>.Busy>(await Runner(afterCrash).RunAsync("1", default));
        _time.Now += Lease;
        var end = Assert.IsType<Stop<Toy>.Finished>(Assert.Single(await Runner(afterCrash).RunDueAsync(10, default)));
        Assert.StartsWith("lost: ", Assert.IsType<Toy.Ended>(end.State).How, StringComparison.Ordinal);
        Assert.Equal(["/continue"], Asked);
    }

    [Fact]
    public async Task A_request_that_may_be_repeated_is_sent_again_after_a_crash()
    {
        WatchedStore<Toy>? afterCrash = null;
        _meanwhile = async _ => afterCrash ??= await _store.SnapshotAsync();
        await AtAsync(new Toy.Discover());
        _ = await Runner().RunAsync("1", default);
        _time.Now += Lease;
        Assert.IsType<Stop<Toy>.Paused>(await Runner(afterCrash).RunAsync("1", default));
        Assert.Equal(["/alice", "/alice"], Asked);
    }

    [Fact]
    public async Task While_a_request_is_in_flight_nobody_else_sends_it()
    {
        Stop<Toy>? other = null, payer = null;
        _meanwhile = async _ =>
        {
            other = await Runner().RunAsync("1", default);
            payer = await Runner().ReturnAsync("1", Approval, default);
        };
        await AtAsync(new Toy.Continue());
        Assert.IsType<Stop<Toy>.Sleeping>(await Runner().RunAsync("1", default));
        Assert.IsType<Stop<Toy>.Busy>(other);
        Assert.IsType<Stop<Toy>.Busy>(payer);
        Assert.Equal(["/continue"], Asked);
    }

    [Fact]
    public async Task Of_many_runs_that_find_the_same_flow_one_asks()
    {
        const int Runs = 5;
        var loaded = 0;
        var all = new TaskCompletionSource();
        _store.Loading = () =>
        {
            if (Interlocked.Increment(ref loaded) == Runs) all.SetResult();
            return all.Task;
        };
        await AtAsync(new Toy.Continue());
        var stops = await Task.WhenAll(Enumerable.Range(0, Runs).Select(_ => Runner().RunAsync("1", default)));
        Assert.Single(stops, stop => stop is Stop<Toy>.Sleeping);
        Assert.Equal(Runs - 1, stops.Count(stop => stop is Stop<Toy>.Busy));
        Assert.Equal(["/continue"], Asked);
    }

    [Fact]
    public async Task The_payer_s_return_counts_once()
    {
        await AtAsync(new Toy.Consent());
        Assert.IsType<Stop<Toy>.Sleeping>(await Runner().ReturnAsync("1", Approval, default));
        Assert.Equal(new Stop<Toy>.Rejected(new Toy.Rest(), new Rejection.NotAwaited("nobody waits")), await Runner().ReturnAsync("1", Approval, default));
        Assert.Equal(["/continue"], Asked);
    }

    [Fact]
    public async Task A_return_that_the_flow_turns_away_changes_nothing()
    {
        await AtAsync(new Toy.Consent());
        var before = _store.Saves("1");
        var rejected = new Stop<Toy>.Rejected(new Toy.Consent(), new Rejection.HashMismatch());
        Assert.Equal(rejected, await Runner().ReturnAsync("1", new InteractionResult.Declined("grant_rejected"), default));
        Assert.Equal(before, _store.Saves("1"));
        Assert.IsType<Stop<Toy>.Sleeping>(await Runner().ReturnAsync("1", Approval, default));
    }

    [Fact]
    public async Task A_payer_who_never_comes_is_given_up_on()
    {
        await AtAsync(new Toy.Consent());
        _time.Now = Toy.ConsentUntil;
        Assert.Equal(new Stop<Toy>.Finished(new Toy.Ended("nobody came")), await Runner().RunAsync("1", default));
    }

    [Fact]
    public async Task A_new_flow_is_put_into_the_store_once_and_carried_on()
    {
        Assert.IsType<Stop<Toy>.Paused>(await Runner().StartAsync("1", new Toy.Discover(), default));
        Assert.IsType<Stop<Toy>.Busy>(await Runner().StartAsync("1", new Toy.Discover(), default));
        Assert.Equal(["/alice"], Asked);
    }

    [Fact]
    public async Task Flows_that_are_due_are_carried_on_one_after_the_other_and_no_more_than_wanted()
    {
        foreach (var id in new[] { "1", "2", "3" }) await _store.AddAsync(id, new Toy.Continue());
        Assert.Equal(2, (await Runner().RunDueAsync(2, default)).Count);
        Assert.Equal([new Stop<Toy>.Sleeping(new Toy.Rest(), Toy.RestUntil)], await Runner().RunDueAsync(2, default));
        Assert.Empty(await Runner().RunDueAsync(2, default));
        Assert.Equal(["/continue", "/continue", "/continue"], Asked);
    }

    [Fact]
    public async Task A_flow_that_is_not_there_is_unknown()
    {
        Assert.IsType<Stop<Toy>.Unknown>(await Runner().RunAsync("2", default));
        Assert.IsType<Stop<Toy>.Unknown>(await Runner().ReturnAsync("2", Approval, default));
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_lease_is_not_taken()
    {
        _meanwhile = async _ =>
        {
            _time.Now += Lease;
            Assert.IsType<Stop<Toy>.Finished>(await Runner().RunAsync("1", default));
        };
        await AtAsync(new Toy.Continue());
        Assert.IsType<Stop<Toy>.Busy>(await Runner().RunAsync("1", default));
        Assert.StartsWith("lost: ", Assert.IsType<Toy.Ended>(_store["1"].State).How, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_it_keeps_the_answer_that_was_under_way_and_lets_go()
    {
        using var stopping = new CancellationTokenSource();
        _meanwhile = _ => stopping.CancelAsync();
        await AtAsync(new Toy.Continue());
        Assert.IsType<Stop<Toy>.Interrupted>(await Runner().RunAsync("1", stopping.Token));
        Assert.Equal(new FlowSave<Toy>(new Toy.Rest(), false, Toy.Start, Toy.Start), _store["1"]);
        Assert.IsType<Stop<Toy>.Sleeping>(await Runner().RunAsync("1", default));
        Assert.Equal(["/continue"], Asked);
    }

    [Fact]
    public async Task A_state_of_a_newer_release_is_left_as_it_is()
    {
        await AtAsync(new Toy.Newer());
        var before = _store.Saves("1");
        Assert.Contains("format 99", Assert.IsType<Stop<Toy>.LeftAlone>(await Runner().RunAsync("1", default)).Why, StringComparison.Ordinal);
        Assert.IsType<Stop<Toy>.LeftAlone>(Assert.Single(await Runner().RunDueAsync(1, default)));
        Assert.Equal(before, _store.Saves("1"));
    }

    [Fact]
    public async Task Whatever_an_interpreter_throws_is_an_answer_that_was_lost()
    {
        await AtAsync(new Toy.Continue());
        var runner = new FlowRunner<Toy>(new ToyMachine(_server.Url()), new BrokenInterpreter<Toy>(), _store, _time, Lease);
        var end = Assert.IsType<Stop<Toy>.Finished>(await runner.RunAsync("1", default));
        Assert.Equal(new Toy.Ended("lost: the interpreter failed (InvalidCastException)"), end.State);
    }

    [Fact]
    public async Task A_flow_is_cancelled_once_and_a_request_that_was_cut_off_is_lost_first()
    {
        await AtAsync(new Toy.Consent());
        Assert.Equal(new Stop<Toy>.Finished(new Toy.Ended("cancelled: changed my mind")), await Runner().CancelAsync("1", "changed my mind", default));
        Assert.IsType<Stop<Toy>.Rejected>(await Runner().CancelAsync("1", "again", default));

        WatchedStore<Toy>? afterCrash = null;
        _meanwhile = async _ => afterCrash = await _store.SnapshotAsync();
        await _store.AddAsync("2", new Toy.Continue());
        _ = await Runner().RunAsync("2", default);
        _time.Now += Lease;
        var late = Assert.IsType<Stop<Toy>.Rejected>(await Runner(afterCrash).CancelAsync("2", "too late", default));
        Assert.Equal(new Toy.Continue(), late.State);
    }
}
