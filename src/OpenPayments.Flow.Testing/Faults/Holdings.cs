using OpenPayments.Flow.Testing.Model;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing;

/// <summary>Notes what a client was told it may do, and what came of giving that back: at the end nothing may be left.</summary>
internal static class Holdings
{
    /// <summary>An answer reached the client.</summary>
    public static void Tell(ModelServers servers, object request, object answer)
    {
        switch (answer)
        {
            case Answer<GrantResponse>.Body { Value: GrantResponse.Granted granted }:
                servers.Tokens.Hold(granted.AccessToken.Value, _ => Holding.Told);
                break;
            case Answer<GrantResponse>.Body { Value: GrantResponse.InteractionRequired { Continue: var next } }:
                servers.Auth.Find(next.Uri, next.AccessToken.Value)!.Holding = Holding.Told;
                break;
            case Answer<ContinueGrantResponse>.Body { Value.AccessToken: { } token }:
                servers.Tokens.Hold(token.Value, _ => Holding.Told);
                break;
            case Answer<RotateTokenResponse>.Body { Value: var rotated }:
                servers.Tokens.Hold(rotated.AccessToken.Value, _ => Holding.Told);
                break;
            case Answer<IncomingPaymentView>.Body when request is GetIncomingPayment ask && servers.Ledger.Find(ask.Id) is { } found:
                found.Told = found.Received;
                break;
        }
    }

    /// <summary>A request was not answered, or refused by chance: nobody can give back what a server says is gone.</summary>
    public static void NotAnswered(ModelServers servers, object request, bool isRefused)
    {
        Func<Holding, Holding> change = isRefused ? held => held.Excused : held => held.NotAnswered;
        switch (request)
        {
            case RevokeToken ask:
                servers.Tokens.Hold(ask.Token, change);
                break;
            case CancelGrant ask when servers.Auth.Find(ask.Uri, ask.Token) is { } found:
                found.Holding = change(found.Holding);
                break;
            case RotateToken ask:
                servers.Tokens.Hold(ask.Token, held => held.Excused);
                break;
        }
    }

    /// <summary>The token that a request carries; null where it carries none.</summary>
    public static Secret? TokenOf(object request) => request switch
    {
        CreateIncomingPayment ask => ask.Token,
        CreateQuote ask => ask.Token,
        CreateOutgoingPayment ask => ask.Token,
        ListOutgoingPayments ask => ask.Token,
        GetOutgoingPayment ask => ask.Token,
        GetIncomingPayment ask => ask.Token,
        GetSpentAmounts ask => ask.Token,
        RotateToken ask => ask.Token,
        RevokeToken ask => ask.Token,
        ContinueGrant ask => ask.Token,
        _ => null,
    };
}
