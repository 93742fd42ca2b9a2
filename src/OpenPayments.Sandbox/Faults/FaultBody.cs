namespace OpenPayments.Sandbox.Faults;

/// <summary>What an answer holds that comes in place of the right one. In JSON in lower case with hyphens.</summary>
public enum FaultBody
{
    /// <summary>An error in the shape of the documents: <c>{"error":{"code","description"}}</c>.</summary>
    Error,

    /// <summary>An error that lacks its code, as validation errors of real servers do.</summary>
    ErrorWithoutCode,

    /// <summary>The error of the resource server for a quote that is used up or expired.</summary>
    InvalidQuote,

    /// <summary>A page for people, as a proxy sends it.</summary>
    Html,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>Called JSON and is none.</summary>
    Garbage,

    /// <summary>JSON in no shape that the documents know.</summary>
    OtherShape,
}
