using System.Globalization;
using System.Text.Json;
using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>All that is in a model's servers, as text to compare.</summary>
internal static class ServersText
{
    public static IEnumerable<string> Of(ModelServers servers, bool countsFromNow)
    {
        var origin = countsFromNow ? servers.Now : ModelServers.Start;
        yield return Line($"{(int)servers.Settings.Quirks} {servers.Secrets.Count} {servers.Ordered} {Time(servers.Now)}");
        foreach (var one in servers.UnderwayNow)
            yield return Line($"{Time(one.Due)} {JsonSerializer.Serialize(one.Request, one.Request.GetType())}");
        foreach (var p in servers.IncomingPayments)
            yield return Line($"{p.Id} {p.Received} {p.Closed} {p.Told} {Time(p.CreatedAt)} {Time(p.ExpiresAt)}");
        foreach (var p in servers.Payments)
            yield return Line($"{p.Id} {p.QuoteId} {p.Incoming} {p.Sent} {p.Delivered} {p.Failed} {p.Slices} {p.DebitAmount.Value} {p.Permit.Number} {Time(p.CreatedAt)}");
        foreach (var token in servers.Tokens.All)
            yield return Line($"{token.Manage} {token.Permit.Number} {Time(token.At)} {token.Holding.IsTold} {token.Holding.Unanswered}");
        foreach (var i in servers.Auth.Interactions)
        {
            yield return Line($"{i.ContinueUri} {i.Ref?.Reveal()} {i.Continued} {i.Cancelled} {i.Pended} {i.Permit} {Time(i.Begun)}");
            yield return Line($"{i.Holding.IsTold} {i.Holding.Unanswered}");
        }
        foreach (var offer in servers.Offers) yield return Line($"{offer.Incoming} {offer.Debit.Value} {offer.Receive.Value} {Time(offer.Ends)}");

        long Time(DateTimeOffset time) => (time - origin).Ticks;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
