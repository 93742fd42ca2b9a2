namespace OpenPayments.Flow.Values;

/// <summary>Why there is no amount of money: a case to act on, and a sentence to show.</summary>
public abstract record MoneyError
{
    private MoneyError() { }

    /// <summary>What was wrong, and what would be right, in a sentence.</summary>
    public abstract string Why { get; }

    /// <summary>The asset's code or scale is none.</summary>
    public sealed record NotAnAsset : MoneyError
    {
        internal const string BadCode = "The asset code must be one word, such as USD.";

        internal const string BadScale = "The asset scale must be 0 to 255.";

        internal NotAnAsset(string why) => Why = why;

        /// <inheritdoc/>
        public override string Why { get; }
    }

    /// <summary>Two assets, or two scales of one, were to be added or compared.</summary>
    /// <param name="Wanted">The asset that was expected, such as "USD at scale 2".</param>
    /// <param name="Given">The asset that came.</param>
    public sealed record OtherAsset(string Wanted, string Given) : MoneyError
    {
        /// <inheritdoc/>
        public override string Why => $"The amount must be in {Wanted}, but is in {Given}; assets and scales are not converted.";
    }

    /// <summary>The text is not an amount.</summary>
    public sealed record NotAnAmount : MoneyError
    {
        internal NotAnAmount(string why) => Why = why;

        /// <inheritdoc/>
        public override string Why { get; }
    }

    /// <summary>More than an amount can be.</summary>
    /// <param name="Most">The largest amount of this asset, 2^64 - 1 of its smallest units.</param>
    public sealed record TooLarge(Money Most) : MoneyError
    {
        /// <inheritdoc/>
        public override string Why => $"The amount is more than {Most}, the most that the protocol can express.";
    }

    /// <summary>More was to be taken away than there is.</summary>
    /// <param name="From">What there is.</param>
    /// <param name="Taken">What was to be taken away.</param>
    public sealed record BelowZero(Money From, Money Taken) : MoneyError
    {
        /// <inheritdoc/>
        public override string Why => $"{Taken} cannot be taken from {From}.";
    }
}
