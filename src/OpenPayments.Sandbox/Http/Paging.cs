using System.Globalization;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Http;

/// <summary>One page of a list, newest first: <c>first</c> goes on after the cursor, <c>last</c> back before it.</summary>
internal static class Paging
{
    private const int Default = 20;
    private const int Most = 100;

    /// <summary>The account whose payments are listed.</summary>
    public static Account ListedAccount(this ResourceCall call, HttpContext http)
        => UrlText.ReadAbsolute(http.Request.Query["wallet-address"].ToString()) is { } url && call.Provider.Wallets.ByUrl(url) is { } account ? account
            : throw Refused.Resource(400, "wallet-address must name a wallet address of this provider");

    public static (PageInfo Info, IReadOnlyList<T> Items) Page<T>(HttpContext http, IEnumerable<T> oldestFirst, Func<T, Guid> id)
    {
        var items = oldestFirst.Reverse().ToList();
        var (first, last, cursor) = (Number(http, "first"), Number(http, "last"), http.Request.Query["cursor"].ToString());
        if (first is not null && last is not null) throw Refused.Resource(400, "first and last exclude each other");
        if (last is not null && cursor.Length == 0) throw Refused.Resource(400, "last needs a cursor to go back from");
        var at = cursor.Length == 0 ? -1 : items.FindIndex(i => id(i).ToString() == cursor);
        if (cursor.Length > 0 && at < 0) throw Refused.Resource(400, "the cursor is none of this list");
        var from = last is null ? at + 1 : Math.Max(0, at - last.Value);
        var count = last is null ? Math.Min(first ?? Default, items.Count - from) : at - from;
        var page = items.GetRange(from, count);
        return (new PageInfo
        {
            StartCursor = page.Count == 0 ? null : id(page[0]).ToString(),
            EndCursor = page.Count == 0 ? null : id(page[^1]).ToString(),
            HasNextPage = from + count < items.Count,
            HasPreviousPage = from > 0,
        }, page);
    }

    private static int? Number(HttpContext http, string name)
        => http.Request.Query[name].ToString() is not { Length: > 0 } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= Most ? n
            : throw Refused.Resource(400, $"{name} must be a number from 1 to {Most}");
}
