namespace OpenPayments.Flow.Tests;

/// <summary>One order of each flow: ten dollars to Bob, or what euros they cost Alice.</summary>
public static class Orders
{
    public const string Monthly = "R3/2026-12-01T00:00:00Z/P1M";

    public const string Once = "R1/2026-12-01T00:00:00Z/P1M";

    public const string Metadata = """{"description":"Order 42 – café","0":[1,2.50]}""";

    public static readonly Uri Finish = new("https://shop.example/payments/1/finish?order=42");

    public static readonly OneTimePayment OneTime = new(Given.Alice.Id, Given.Bob.Id, Given.Dollars(1000), Finish, Metadata);

    public static readonly FixedDebitRemittance FixedDebit = new(Given.Alice.Id, Given.Bob.Id, Given.Euros(11_320), Finish, Metadata);

    public static readonly FixedReceiveRemittance FixedReceive = new(Given.Alice.Id, Given.Bob.Id, Given.Dollars(1000), Finish, Metadata);

    public static readonly Subscription Subscription =
        new(Given.Alice.Id, Given.Bob.Id, Given.Dollars(1000), Monthly, Finish, Given.Euros(12_000), Metadata);

    public static readonly RecurringFixedDebit RecurringFixedDebit =
        new(Given.Alice.Id, Given.Bob.Id, Given.Euros(11_320), Monthly, Finish, Metadata);

    public static readonly RecurringFixedReceive RecurringFixedReceive =
        new(Given.Alice.Id, Given.Bob.Id, Given.Dollars(1000), Monthly, Finish, Metadata);

    public static readonly SplitPayment Split = new(
        Given.Alice.Id, [new Share(Given.Bob.Id, Given.Dollars(1000)), new Share(Given.Carol.Id, Given.Dollars(500))], Finish, Metadata);

    public static readonly FuturePayments Future =
        new(Given.Alice.Id, Limit.OfDebit(Given.Euros(20_000), Monthly), Finish, Given.Noon.AddMonths(3));

    public static readonly WalletOwnership Ownership = new(Given.Alice.Id, Finish);

    /// <summary>One of each, in the order of the guides.</summary>
    public static readonly IReadOnlyList<Order> All =
        [OneTime, FixedDebit, FixedReceive, Subscription, RecurringFixedDebit, RecurringFixedReceive, Split, Future, Ownership];

    /// <summary>The names of all, as their stored states write them.</summary>
    public static IEnumerable<string> Names => All.Select(order => order.Flow);

    /// <summary>The one of this name.</summary>
    public static Order Of(string name) => All.Single(order => order.Flow == name);
}
