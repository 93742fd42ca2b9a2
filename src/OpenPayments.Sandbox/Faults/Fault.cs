namespace OpenPayments.Sandbox.Faults;

/// <summary>
/// A trouble and the requests that meet it. Without <see cref="Operation"/>, <see cref="Method"/> and <see cref="Path"/> that is every
/// operation of Open Payments but <see cref="Operation.GetKeys"/>, by which the providers check signatures.
/// </summary>
/// <param name="Trouble">What goes wrong.</param>
public sealed record Fault(Trouble Trouble)
{
    /// <summary>Only requests for this; null means any.</summary>
    public Operation? Operation { get; init; }

    /// <summary>Only requests with this HTTP method; null means any.</summary>
    public string? Method { get; init; }

    /// <summary>Only requests to this path, where <c>*</c> stands for one segment (<c>/op/*/quotes</c>); null means any operation. Reaches the pages, too; never <c>/sandbox</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Only requests to this provider, <c>cloudnine</c> or <c>happylife</c>; null means both.</summary>
    public string? Provider { get; init; }

    /// <summary>How many requests meet the trouble, 1 to 1000; null means each until the fault is cleared.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How many matching requests go well before, 0 to 1000.</summary>
    public int LetThrough { get; init; }

    internal bool Meets(string provider, HttpRequest request, IReadOnlyList<Operation> operations)
        => (Provider is null || Provider == provider)
        && (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (Operation is { } operation ? operations.Contains(operation) : Path is not null || operations.Any(o => o is not Faults.Operation.GetKeys))
        && (Path is null || Reaches(Path, request.Path.Value!));

    private static bool Reaches(string pattern, string path)
    {
        var (wanted, asked) = (pattern.Split('/'), path.Split('/'));
        return wanted.Length == asked.Length && wanted.Zip(asked, (one, other) => one == "*" || one == other).All(same => same);
    }
}
