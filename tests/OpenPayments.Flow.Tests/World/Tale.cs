using System.Globalization;
using OpenPayments.Flow.Tests.Laws;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>A story told to its end, with every law looked at after every step.</summary>
/// <param name="Lines">What happened, for people.</param>
/// <param name="States">Every state that was passed, in order.</param>
/// <param name="Broken">The first law that was broken; null if none was.</param>
public sealed record Tale(IReadOnlyList<string> Lines, IReadOnlyList<Payment> States, string? Broken)
{
    /// <summary>A day of following with a look at either side at least every five minutes, and room for every detour before it.</summary>
    private const int Longest = 2_000;

    public static PaymentOrder Order { get; } = new(
        Storyteller.Alice.Id, Storyteller.Bob.Id, new Amount { Value = 1000, AssetCode = "USD", AssetScale = 2 },
        new Uri("https://shop.example/payments/1/finish?order=42"), """{"description":"Order 42"}""");

    public Payment End => States[^1];

    public static Tale Of(Story story)
    {
        var (clock, secrets, ledger) = (new Clock(), new Secrets(), new Ledger(story.Setting));
        var auth = new AuthServers(story.Setting, clock, secrets);
        var resources = new ResourceServers(story.Setting, clock, auth, ledger);
        var lines = new List<string>();
        var states = new List<Payment> { PaymentFlow.Start(Order).Match(Right: s => s, Left: e => throw new InvalidOperationException(e.Why)) };

        Tale Told(string? broken) => new(lines, states, broken);

        while (true)
        {
            var state = states[^1];
            if (StateLaws.Broken(state) is { } broken) return Told(broken);
            if (PaymentFlow.Next(state) is Step<Payment>.Done) return Told(EndLaws.Broken(state, clock, ledger));
            if (states.Count > Longest) return Told($"a run ends, but this one has taken {Longest} steps");

            var act = states.Count <= story.Acts.Count ? story.Acts[states.Count - 1] : new Act();
            var turn = PaymentFlow.Next(state).Run(new Storyteller(state, act, story.Setting, clock, secrets, auth, resources));
            states.Add(turn.To ?? state);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{states.Count - 1,3}. {clock.Now:HH:mm:ss} {Questions.NameOf(state)} {turn.Question}{(turn.Question == nameof(AwaitInteraction) ? $" {act.Visit}" : "")}, {act}: {turn.Rejected?.ToString() ?? Questions.NameOf(states[^1])}"));
            if ((TurnLaws.Broken(state, turn, act) ?? LedgerLaws.Broken(ledger)) is { } wrong) return Told(wrong);
        }
    }
}
