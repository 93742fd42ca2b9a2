using OpenPayments.SpecDiff;

namespace OpenPayments.Generated.Tests;

/// <summary>The public surface moves only when somebody reviews it.</summary>
public class SurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_reviewed_one()
    {
        var reviewed = File.ReadAllText("surface.txt");
        var actual = Surface.Of(typeof(OpenPaymentsJsonContext).Assembly);
        if (reviewed == actual) return;
        var file = Path.GetFullPath("surface.actual.txt");
        File.WriteAllText(file, actual);
        var (before, after) = (reviewed.Split('\n'), actual.Split('\n'));
        Assert.Fail($"The public surface has moved. If that is meant, copy {file} over tests/OpenPayments.Generated.Tests/surface.txt.\n"
            + string.Join('\n', before.Except(after).Select(l => "- " + l).Concat(after.Except(before).Select(l => "+ " + l))));
    }
}
