namespace OpenPayments.SpecDiff;

/// <summary>What was asked for cannot be compared. The message says what to do about it.</summary>
public sealed class SpecDiffException(string message) : Exception(message);
