using System.Globalization;
using System.Text.Json;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;
using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Payments;

/// <summary>The price of a payment from an account to an incoming payment, or the refusal that the protocol has for it.</summary>
internal static class Quoting
{
    public static Price ForReceive(ulong receive, Account from, HeldIncomingPayment to)
    {
        if (receive == 0 || receive > (to.Remaining ?? ulong.MaxValue)) throw Refused.Resource(400, "invalid amount");
        try
        {
            return from.Provider.Prices.ForReceive(receive, from.Asset, to.Account.Asset);
        }
        catch (OverflowException)
        {
            throw Refused.Resource(400, "invalid amount");
        }
    }

    public static Price ForDebit(Amount debit, Account from, HeldIncomingPayment to)
    {
        if (!from.Asset.Fits(debit) || debit.Value == 0) throw Refused.Resource(400, "invalid amount");
        try
        {
            return from.Provider.Prices.ForDebit(debit.Value, from.Asset, to.Account.Asset) ?? throw TooSmall(from, to);
        }
        catch (OverflowException)
        {
            throw Refused.Resource(400, "invalid amount");
        }
    }

    /// <summary>The least debit that brings one unit, in <c>details.minSendAmount</c>.</summary>
    private static RefusedException TooSmall(Account from, HeldIncomingPayment to)
    {
        var least = from.Asset.Of(from.Provider.Prices.ForReceive(1, from.Asset, to.Account.Asset).Debit);
        return new RefusedException(400, 400.ToString(CultureInfo.InvariantCulture), "non-positive receive amount")
        {
            Details = new Dictionary<string, JsonElement> { ["minSendAmount"] = JsonSerializer.SerializeToElement(least, OpenPaymentsJsonContext.Default.Amount) },
        };
    }
}
