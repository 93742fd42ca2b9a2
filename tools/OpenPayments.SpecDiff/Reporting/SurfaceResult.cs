using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The changes of the generated C#, or why there is none to compare.</summary>
/// <param name="Changes">Type by type.</param>
/// <param name="Failure">Null where both sides were generated.</param>
public sealed record SurfaceResult(IReadOnlyList<TypeChange> Changes, string? Failure = null)
{
    /// <summary>Generates both sides, at the same time.</summary>
    public static SurfaceResult Of(DocumentSet from, DocumentSet to)
    {
        var other = Task.Run(() => Generate(to));
        var (before, after) = (Generate(from), other.GetAwaiter().GetResult());
        return (before.Failure ?? after.Failure) is { } failure ? new([], failure) : new(SurfaceComparison.Compare(before.Text, after.Text));
    }

    private static (string Text, string? Failure) Generate(DocumentSet documents)
    {
        try
        {
            return (GeneratedSurface.Of(documents.Read()), null);
        }
        catch (SpecException e)
        {
            return ("", $"{documents.Label} cannot be carried through to C#: {e.Code}: {e.Message}");
        }
        catch (SpecDiffException e)
        {
            return ("", $"{documents.Label} cannot be carried through to C#: {e.Message}");
        }
    }
}
