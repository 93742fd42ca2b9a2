using System.Collections;
using System.Runtime.CompilerServices;

namespace OpenPayments.Flow;

/// <summary>A list as a value: equal to another that holds equal items in the same order. Records that hold one keep their equality.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Of))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    /// <summary>A list of these.</summary>
    public ValueList(IEnumerable<T> items) => _items = [.. items];

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public T this[int index] => _items[index];

    /// <inheritdoc />
    public bool Equals(ValueList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc />
    public override int GetHashCode() => _items.Length == 0 ? 0 : HashCode.Combine(_items.Length, _items[^1]);

    /// <summary>The items as they print themselves: secrets stay hidden.</summary>
    public override string ToString() => $"[{string.Join(", ", _items.AsEnumerable())}]";

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>For collection expressions.</summary>
internal static class ValueList
{
    public static ValueList<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
