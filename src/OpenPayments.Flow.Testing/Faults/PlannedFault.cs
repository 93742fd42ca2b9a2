using System.Globalization;

namespace OpenPayments.Flow.Testing;

/// <summary>What is to happen at one question.</summary>
/// <param name="Kind">What becomes of the request and of its answer.</param>
/// <param name="Status">The HTTP status of a refusal or of a garbled answer.</param>
/// <param name="Code">A refusal's code.</param>
/// <param name="Words">A refusal's description.</param>
/// <param name="Seconds">How long it takes: a jump in time, or a late delivery's delay.</param>
/// <param name="Visit">What comes back to the finish URI, where that is waited for.</param>
public sealed record PlannedFault(
    FaultKind Kind = FaultKind.None, int Status = 503, string? Code = null, string? Words = null, int Seconds = 0,
    Visit Visit = Visit.Approves)
{
    /// <summary>Nothing goes wrong.</summary>
    public static PlannedFault None { get; } = new();

    /// <summary>For people: "Refused 503 after 20 s".</summary>
    public override string ToString()
    {
        var said = string.Create(CultureInfo.InvariantCulture, $" {Status} {Code} {Words}").TrimEnd();
        var seconds = string.Create(CultureInfo.InvariantCulture, $" after {Seconds} s");
        var visit = Visit == Visit.Approves ? "" : $", {Visit}";
        return $"{Kind}{(Kind is FaultKind.Refused or FaultKind.Garbled ? said : "")}{(Seconds > 0 ? seconds : "")}{visit}";
    }
}
