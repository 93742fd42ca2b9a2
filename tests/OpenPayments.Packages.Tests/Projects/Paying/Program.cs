using System.Web;
using Microsoft.Extensions.DependencyInjection;
using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Generated;

var time = TimeProvider.System;
await using var services = new ServiceCollection()
    .AddOpenPayments(options =>
    {
        options.ClientWalletAddress = new Uri(args[2]);
        options.KeyId = args[3];
        options.PrivateKeyPem = Environment.GetEnvironmentVariable("PRIVATE_KEY");
        options.AllowLoopback = true;
    })
    .BuildServiceProvider();
var runner = new FlowRunner<FlowState>(
    FlowMachine.OfOrders, services.GetRequiredService<HttpInterpreter<FlowState>>(), new MemoryFlowStore<FlowState>(time), time, lease: TimeSpan.FromMinutes(2));

var order = new OneTimePayment(
    Sender: new Uri(args[0]),
    Receiver: new Uri(args[1]),
    IncomingAmount: new Amount { Value = 1000, AssetCode = "USD", AssetScale = 2 },
    FinishUri: new Uri("https://shop.example/finish/1017"));
var first = Flows.Start(order).Match(Right: state => state, Left: error => throw new ArgumentException($"{error.Field}: {error.Why}"));

var stop = await runner.StartAsync("1017", first, CancellationToken.None);
while (true)
{
    switch (stop)
    {
        case Stop<FlowState>.Paused(_, { } redirect, _):
            Console.WriteLine(redirect.Reveal());
            var query = HttpUtility.ParseQueryString(new Uri(Console.ReadLine()!).Query);
            var brought = new InteractionResult.Approved(query["hash"]!, new Secret(query["interact_ref"]!));
            stop = await runner.ReturnAsync("1017", brought, CancellationToken.None);
            break;
        case Stop<FlowState>.Sleeping(_, var until):
            if (until > time.GetUtcNow()) await Task.Delay(until - time.GetUtcNow());
            stop = await runner.RunAsync("1017", CancellationToken.None);
            break;
        case Stop<FlowState>.Finished(var state):
            var stored = FlowJson.Read(FlowJson.Write(state));
            Console.WriteLine($"{FlowSummary.Of(stored).Status}, and {(stored == state ? "kept" : "changed")} as JSON");
            return FlowSummary.Of(stored).Payments.All(HasArrived) ? 0 : 1;
        default:
            Console.WriteLine(stop);
            return 1;
    }
}

// every case has an arm: the package's analyzer knows that there are no others, and no default arm is needed
static bool HasArrived(Outcome outcome) => outcome switch
{
    Outcome.Paid => true,
    Outcome.PaidInPart or Outcome.Unpaid or Outcome.Unknown => false,
};
