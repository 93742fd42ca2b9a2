namespace OpenPayments.Flow;

/// <summary>An answer that contradicts its question.</summary>
internal static class Mismatch
{
    public static Reason Of(Stage stage, string what) => new(Reason.Codes.AnswerMismatch, stage.Step,
        what, "Nothing was paid. Report it to the provider: its answer contradicts what it was asked for.", Fault.Provider);

    /// <summary>A success in a form that these documents do not know: a newer server's.</summary>
    public static Reason Newer(Stage stage) => new(Reason.Codes.UnreadableAnswer, stage.Step,
        "The server's answer is of a kind that the specification, as this release knows it, does not have.",
        "Nothing was paid. Report it to the provider, or look for a newer release.", Fault.Provider);
}
