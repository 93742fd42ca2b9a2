using OpenPayments.Flow;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Testing.Model;
using OpenPayments.Generated;

namespace OpenPayments.Benchmarks.Flow;

/// <summary>The steps of a flow with the answers that the model's servers gave once: taken again, they cost what the core costs.</summary>
internal sealed class RecordedSteps
{
    private static readonly Uri Finish = new("https://shop.example/payments/1/finish");

    private readonly List<Func<FlowState, FlowState>> _steps = [];

    private RecordedSteps(FlowState first) => First = first;

    /// <summary>Where they begin.</summary>
    public FlowState First { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count => _steps.Count;

    /// <summary>A whole one-time payment.</summary>
    public static RecordedSteps OfOneTimePayment() => new RecordedSteps(Started(
        new OneTimePayment(TestWallets.Alice.Id, TestWallets.Bob.Id, Dollars, Finish))).Record(new ModelServers(new ModelSettings()), _ =>
            false);

    /// <summary>The 1,200th period of a subscription, such as <c>P1M</c> or <c>P1D</c>.</summary>
    public static RecordedSteps OfPeriod1200(string period)
    {
        var servers = new ModelServers(new ModelSettings(QuoteLives: 3600));
        var order = new Subscription(TestWallets.Alice.Id, TestWallets.Bob.Id, Dollars, $"R1300/2026-12-02T00:00:00Z/{period}", Finish);
        var before = new RecordedSteps(Started(order)).Record(servers, state => Over(state) == 1199);
        return new RecordedSteps(before.Last).Record(servers, state => Over(state) == 1200);
    }

    /// <summary>Takes every step, each from the state that the one before gave.</summary>
    public FlowState Run()
    {
        var state = First;
        foreach (var step in _steps) state = step(state);
        return state;
    }

    private FlowState Last { get; set; } = null!;

    private static Amount Dollars => TestWallets.Amount(TestWallets.Bob, 1000);

    private RecordedSteps Record(ModelServers servers, Func<FlowState, bool> isEnough)
    {
        for (Last = First; !isEnough(Last) && Flows.Next(Last) is not Step<FlowState>.Done;)
        {
            var step = Flows.Next(Last).Accept(new Recorder(servers));
            Last = step(Last);
            _steps.Add(step);
        }
        return this;
    }

    /// <summary>How many periods are over.</summary>
    private static int Over(FlowState state) => FlowSummary.Of(state).Totals?.Count ?? 0;

    private static FlowState Started(Order order) => OpenPayments.Flow.Flows.Start(order).Match(
        Right: state => state, Left: error => throw new InvalidOperationException(error.Why));

    private sealed class Recorder(ModelServers servers) : IStepVisitor<FlowState, Func<FlowState, FlowState>>
    {
        public Func<FlowState, FlowState> Ask<T>(Step<FlowState>.Ask<T> step)
        {
            var answer = servers.Answer(step.Request);
            return state => ((Step<FlowState>.Ask<T>)Flows.Next(state)).Next(answer);
        }

        public Func<FlowState, FlowState> Draw(Step<FlowState>.Draw step)
        {
            var (nonce, at) = (new Secret("b1dPQ0xzLXR3by10aHJlZQ"), servers.Now);
            return state => ((Step<FlowState>.Draw)Flows.Next(state)).Next(nonce, at);
        }

        public Func<FlowState, FlowState> Wait(Step<FlowState>.Wait step)
        {
            servers.PassTo(step.Until);
            var at = servers.Now;
            return state => ((Step<FlowState>.Wait)Flows.Next(state)).Next(at);
        }

        public Func<FlowState, FlowState> Await(Step<FlowState>.Await step)
        {
            var (result, at) = (servers.Approve(step.Redirect!), servers.Now);
            return state => Flows.Return(state, result, at).Match(Right: next => next, Left: why =>
                throw new InvalidOperationException($"{why}"));
        }

        public Func<FlowState, FlowState> Done() => throw new InvalidOperationException("Nothing is asked at the end.");
    }
}
