using System.Collections;
using System.Runtime.CompilerServices;

namespace OpenPayments.Flow.Values;

/// <summary>A list as a value: equal to another that holds equal items in the same order. Records that hold one keep their equality.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Of))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    /// <summary>A list of these.</summary>
    public ValueList(IEnumerable<T> items) => _items = [.. items];

    private ValueList(T[] items) => _items = items;

    /// <summary>No items.</summary>
    internal static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public T this[int index] => _items[index];

    /// <summary>The same and one item more, at the end.</summary>
    public ValueList<T> Plus(T item)
    {
        var items = new T[_items.Length + 1];
        _items.CopyTo(items, 0);
        items[^1] = item;
        return new ValueList<T>(items);
    }

    /// <inheritdoc />
    public bool Equals(ValueList<T>? other) =>
        other is not null && (ReferenceEquals(_items, other._items) || _items.AsSpan().SequenceEqual(other._items));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc />
    public override int GetHashCode() => _items.Length == 0 ? 0 : HashCode.Combine(_items.Length, _items[^1]);

    /// <summary>The items as they print themselves: secrets stay hidden.</summary>
    public override string ToString() => $"[{string.Join(", ", _items.AsEnumerable())}]";

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The items, to copy.</summary>
    internal ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>The list takes the array as it is: nobody else may hold it.</summary>
    internal static ValueList<T> Over(T[] items) => new(items);
}

/// <summary>Makes lists of collection expressions: <c>ValueList&lt;Share&gt; shares = [new Share(…), new Share(…)];</c></summary>
public static class ValueList
{
    /// <summary>A list of these. The compiler calls it for <c>[…]</c>.</summary>
    public static ValueList<T> Of<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : ValueList<T>.Over(items.ToArray());

    /// <summary>A list of these: for F#, which has no collection expressions.</summary>
    public static ValueList<T> OfSeq<T>(IEnumerable<T> items) => new(items);
}
