namespace OpenPayments.Flow.Testing;

/// <summary>The pairs that a search has seen, what leads from one to the next, and how many scenarios that makes.</summary>
internal sealed class PairGraph
{
    private readonly Dictionary<UInt128, int> _numbers = [];
    private readonly List<Node> _nodes = [];
    private readonly List<int> _roots = [];
    private readonly List<int> _rootFaults = [];

    /// <summary>How many pairs there are.</summary>
    public int Pairs => _numbers.Count;

    /// <summary>A beginning, with so many faults still to come.</summary>
    public int Root(int faultsLeft)
    {
        _nodes.Add(new Node(-1, ""));
        _roots.Add(_nodes.Count - 1);
        _rootFaults.Add(faultsLeft);
        return _nodes.Count - 1;
    }

    /// <summary>The pair's number, and whether it is new.</summary>
    public Added Add(UInt128 key, int from, object how)
    {
        if (_numbers.TryGetValue(key, out var number)) return new Added(number, false);
        _nodes.Add(new Node(from, how));
        _numbers.Add(key, _nodes.Count - 1);
        return new Added(_nodes.Count - 1, true);
    }

    /// <summary>What follows without a fault.</summary>
    public void Link(int from, int to) => _nodes[from].Next = to;

    /// <summary>What follows with one.</summary>
    public void Branch(int from, int to) => (_nodes[from].Branches ??= []).Add(to);

    /// <summary>What led to a pair.</summary>
    public IReadOnlyList<string> PathTo(int number, string last)
    {
        var path = new List<string> { last };
        for (var node = _nodes[number]; node.From >= 0; node = _nodes[node.From]) path.Add($"{node.How}");
        path.Reverse();
        return path;
    }

    /// <summary>How many ways there are to place at most so many faults.</summary>
    public long Count(int faults)
    {
        var all = 0L;
        var known = new long[faults + 1][];
        for (var left = 0; left <= faults; left++)
        {
            var ways = known[left] = CountWith(left, left == 0 ? [] : known[left - 1]);
            all += _roots.Where((_, i) => _rootFaults[i] == left).Sum(root => ways[root]);
        }
        return all;
    }

    /// <summary>From each node: the way without a fault, and each branch on it with one fault less.</summary>
    private long[] CountWith(int left, long[] withOneLess)
    {
        var count = new long[_nodes.Count];
        var way = new Stack<int>();
        for (var start = 0; start < _nodes.Count; start++)
        {
            for (var node = start; node >= 0 && count[node] == 0; node = _nodes[node].Next)
            {
                way.Push(node);
                count[node] = -1;
            }
            while (way.TryPop(out var node))
            {
                var next = _nodes[node].Next;
                var branches = left == 0 ? 0 : _nodes[node].Branches?.Sum(branch => withOneLess[branch]) ?? 0;
                count[node] = branches + (next < 0 ? 1 : Math.Max(1, count[next]));
            }
        }
        return count;
    }

    internal sealed record Added(int Number, bool IsNew);

    private sealed class Node(int from, object how)
    {
        public int From => from;

        public object How => how;

        public int Next { get; set; } = -1;

        public List<int>? Branches { get; set; }
    }
}
