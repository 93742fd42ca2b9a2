namespace OpenPayments.Flow.Values;

/// <summary>
/// Something that a record remembers and that could be computed again: it takes no part in equality, so the record stays a value.
/// </summary>
internal readonly struct Derived<T>(T? value) : IEquatable<Derived<T>>
    where T : class
{
    public T? Value => value;

    public bool Equals(Derived<T> other) => true;

    public override bool Equals(object? obj) => obj is Derived<T>;

    public override int GetHashCode() => 0;
}
