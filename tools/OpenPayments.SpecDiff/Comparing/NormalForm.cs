using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>
/// Brings documents into one form, so that two ways to write the same are no difference: the first steps of the generator, up to where
/// it begins to drop what C# does not need.
/// </summary>
public static class NormalForm
{
    private static IReadOnlyList<ITransformation> Steps => [new Files(), new SharedParts(), new Dialect(), new SingleCases()];

    /// <summary>Changes the documents in place and returns them.</summary>
    public static IReadOnlyList<SpecDocument> Of(List<SpecDocument> documents)
    {
        var set = new SpecSet(new Names()) { Documents = documents };
        foreach (var step in Steps) step.Apply(set);
        return set.Documents;
    }
}
