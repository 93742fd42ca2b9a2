using System.Globalization;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>A walk as a Mermaid flow chart: whole lines where all goes well, dashed ones for the other answers.</summary>
internal static class Diagram
{
    public static IEnumerable<string> Of(Walker walk)
    {
        yield return "flowchart TD";
        foreach (var place in walk.Places) yield return $"    {IdOf(place, walk)}{ShapeOf(place, walk)}";
        foreach (var chain in Chains(walk.Honest)) yield return $"    {string.Join(" --> ", chain.Select(place => IdOf(place, walk)))}";
        foreach (var other in walk.Otherwise.GroupBy(edge => (edge.Answer, edge.To)))
        {
            var from = string.Join(" & ", other.Select(edge => IdOf(edge.From, walk)));
            yield return $"    {from} -. {other.Key.Answer} .-> {IdOf(other.Key.To, walk)}";
        }
    }

    /// <summary>Edges that follow one another as one line.</summary>
    private static List<List<Place>> Chains(IEnumerable<(Place From, Place To)> edges)
    {
        var chains = new List<List<Place>>();
        foreach (var (from, to) in edges)
        {
            if (chains.Count == 0 || chains[^1][^1] != from) chains.Add([from]);
            chains[^1].Add(to);
        }
        return chains;
    }

    private static string IdOf(Place place, Walker walk) =>
        place.Stage is null ? place.Step : string.Create(CultureInfo.InvariantCulture, $"s{walk.Places.ToList().IndexOf(place) + 1}");

    /// <summary>Named after its step; where several stages stand at a step, after the stage too.</summary>
    private static string ShapeOf(Place place, Walker walk) => place.Stage is null ? $"([{place.Step}])"
        : walk.Places.Count(other => other.Step == place.Step) == 1 ? $"[{place.Step}]"
        : $"[{place.Step}<br/>{place.Stage}]";
}
