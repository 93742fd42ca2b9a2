using System.Globalization;
using System.Text.Json;

namespace OpenPayments.Client;

/// <summary>
/// The members of an object in ECMAScript's order (ECMA-262, OrdinaryOwnPropertyKeys): array indices ascending, then the other
/// names as they first came. A name that is repeated keeps its first place and takes its last value.
/// </summary>
internal sealed class MemberOrder
{
    private readonly OrderedDictionary<string, JsonElement> _named = new(StringComparer.Ordinal);
    private SortedDictionary<uint, JsonElement>? _indexed;

    public void Add(string name, JsonElement value)
    {
        if (IsArrayIndex(name, out var index)) (_indexed ??= [])[index] = value;
        else _named[name] = value;
    }

    public IEnumerable<KeyValuePair<string, JsonElement>> InOrder() => _indexed is null
        ? _named
        : _indexed.Select(m => KeyValuePair.Create(m.Key.ToString(CultureInfo.InvariantCulture), m.Value)).Concat(_named);

    // 0 to 2^32 - 2, without leading zeros
    private static bool IsArrayIndex(string name, out uint index)
    {
        index = 0;
        return name is [>= '0' and <= '9', ..] && (name.Length == 1 || name[0] != '0')
            && uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index != uint.MaxValue;
    }
}
