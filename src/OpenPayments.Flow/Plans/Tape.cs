namespace OpenPayments.Flow;

/// <summary>
/// A journal while a plan reads it: facts are taken in the order in which they were learnt. A part of the plan that is over may put
/// one fact in the place of all that it learnt, so that a year of payments leaves a line each.
/// </summary>
internal sealed class Tape
{
    private readonly List<Fact> _facts;
    private Interruption? _broken;

    /// <summary>What is known, and one fact more.</summary>
    public Tape(IReadOnlyList<Fact> learnt, Fact more)
    {
        // room for a round, which often follows
        _facts = new List<Fact>(learnt.Count + 2);
        _facts.AddRange(learnt);
        _facts.Add(more);
    }

    /// <summary>What is known, and what the piece behind the last fact ended with, where it found out nothing.</summary>
    public Tape(IReadOnlyList<Fact> learnt, Interruption? broken) => (_facts, _broken) = ([.. learnt], broken);

    /// <summary>How many facts were taken.</summary>
    public int Place { get; private set; }

    /// <summary>The facts as they stand now.</summary>
    public ValueList<Fact> Facts => new(_facts);

    /// <summary>The next fact; null at the end.</summary>
    public Fact? Take() => Place < _facts.Count ? _facts[Place++] : null;

    /// <summary>What broke the piece at the end off: told once.</summary>
    public Interruption? TakeInterruption()
    {
        var broken = _broken;
        _broken = null;
        return broken;
    }

    /// <summary>Here the journal ends: what is left of it was learnt by another plan.</summary>
    public void End()
    {
        if (Place < _facts.Count) throw new PlanMismatchException($"a {_facts[Place].GetType().Name} stands in the journal where the plan learns nothing more");
    }

    /// <summary>From <paramref name="place"/> on, nothing is left but <paramref name="fact"/>, and that is taken.</summary>
    public void Fold(int place, Fact fact)
    {
        End();
        _facts.RemoveRange(place, _facts.Count - place);
        _facts.Add(fact);
        Place = _facts.Count;
    }
}
