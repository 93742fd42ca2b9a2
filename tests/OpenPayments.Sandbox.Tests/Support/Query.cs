using Microsoft.AspNetCore.WebUtilities;

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>A URL's query, as the web frameworks read it.</summary>
internal static class Query
{
    public static IReadOnlyDictionary<string, string> Of(Uri url) => QueryHelpers.ParseQuery(url.Query).ToDictionary(p => p.Key, p => p.Value.ToString());
}
