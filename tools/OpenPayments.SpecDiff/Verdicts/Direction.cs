namespace OpenPayments.SpecDiff;

/// <summary>Which messages hold a schema. Who writes it and who reads it decides what a change breaks.</summary>
[Flags]
public enum Direction
{
    /// <summary>No operation reaches it.</summary>
    None = 0,

    /// <summary>A client writes it, a server reads it.</summary>
    Request = 1,

    /// <summary>A server writes it into a success, a client reads it.</summary>
    Answer = 2,

    /// <summary>A server writes it into an error. Clients read all errors as one tolerant <c>ErrorResponse</c>.</summary>
    Error = 4,
}
