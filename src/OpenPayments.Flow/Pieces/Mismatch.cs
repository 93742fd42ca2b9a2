namespace OpenPayments.Flow;

/// <summary>An answer that contradicts its question.</summary>
internal static class Mismatch
{
    public static Reason Of(Stage stage, string what) => new(Reason.Codes.AnswerMismatch, stage.Step,
        what, "Nothing was paid. Report it to the provider: its answer contradicts what it was asked for.", Fault.Provider);
}
