namespace OpenPayments.SpecDiff.Tests;

/// <summary>The surface of the generated C#: printed as the reviewed one is, and compared type by type.</summary>
public class SurfaceTests
{
    private const string Reviewed = "abstract Pet\n    T Match(Func<Pet.Cat, T> cat)\nsealed Pet.Cat : Pet\n    required String Name\nstatic Words\n    const Hello = hi\n";

    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "A new type breaks nothing", Reviewed + "sealed Home\n    Pet Of\n", "Added Home", "breaks nothing" },
        { "A type that is gone breaks who names it", Reviewed.Replace("static Words\n    const Hello = hi\n", "", StringComparison.Ordinal), "Removed Words", "**breaks** the code that names it" },
        { "A type of another name and equal members is renamed", Reviewed.Replace("Pet", "Animal", StringComparison.Ordinal), "Renamed Pet is Animal now", "**breaks** the code that names it, until it says the new name" },
        { "A new optional member breaks nothing", Reviewed.Replace("    required", "    String? Nick\n    required", StringComparison.Ordinal), "Changed Pet", "breaks nothing" },
        { "A new required member breaks who makes one", Reviewed.Replace("    required", "    required Int32 Age\n    required", StringComparison.Ordinal), "Changed Pet", "**breaks** the code that makes one without the required member above with a plus" },
        { "A member that is gone breaks who uses it", Reviewed.Replace("    required String Name\n", "", StringComparison.Ordinal), "Changed Pet", "**breaks** the code that uses a member above with a minus" },
        { "A new case breaks every match and nothing else",
            Reviewed.Replace("(Func<Pet.Cat, T> cat)", "(Func<Pet.Cat, T> cat, Func<Pet.Dog, T> dog)", StringComparison.Ordinal).Replace("static", "sealed Pet.Dog : Pet\n    required String Name\nstatic", StringComparison.Ordinal),
            "Changed Pet", "**breaks** every `Match` over it, whose cases are others now" },
        { "Another kind of type breaks who relies on it", Reviewed.Replace("sealed Pet.Cat", "struct Pet.Cat", StringComparison.Ordinal), "Changed Pet", "**breaks** the code that relies on what kind of type it is" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void Compared(string sentence, string after, string what, string effect)
    {
        var change = Assert.Single(SurfaceComparison.Compare(Reviewed, after));
        Assert.True((what, effect) == ($"{change.Status} {change.Name}", SurfaceEffect.Of(change)), $"{sentence}: {change.Status} {change.Name} {SurfaceEffect.Of(change)}");
    }

    [Fact]
    public void The_same_surface_has_no_changes() => Assert.Empty(SurfaceComparison.Compare(Reviewed, Reviewed));

    [Fact]
    public void What_is_generated_here_has_the_surface_that_is_reviewed() =>
        Assert.Equal(File.ReadAllText("surface.txt"), GeneratedSurface.Of(DocumentSet.Find(Repo.Own, new NoNpm(), "").Read()));

    [Fact]
    public void Documents_without_a_counterpart_in_C_sharp_are_told_with_the_reason()
    {
        var folder = Directory.CreateTempSubdirectory("broken").FullName;
        File.WriteAllText(Path.Combine(folder, "server.yaml"), Small.InAnswers("{type: object, properties: {}, allOf: [{oneOf: [{type: string}, {type: integer}]}, {type: object}]}"));
        var broken = DocumentSet.Find(folder, new NoNpm(), "");
        var result = SurfaceResult.Of(broken, broken);
        Directory.Delete(folder, recursive: true);
        Assert.StartsWith($"{folder} cannot be carried through to C#: OPGEN006: ", result.Failure, StringComparison.Ordinal);
    }
}
