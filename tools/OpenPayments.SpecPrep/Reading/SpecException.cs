namespace OpenPayments.SpecPrep;

/// <summary>A document that cannot be carried through to C#. The message says what to do about it.</summary>
public sealed class SpecException(string code, string message, Origin? origin) : Exception(message)
{
    /// <summary>The <c>OPGENnnn</c> code; docs/generation.md lists them.</summary>
    public string Code { get; } = code;

    /// <summary>One line in MSBuild's canonical form, which build logs and editors turn into a link.</summary>
    public string Diagnostic => origin is null
        ? $"SpecPrep : error {Code}: {Message}"
        : $"{origin.File}({origin.Line},{origin.Column}): error {Code}: {(origin.Path.Length > 0 ? origin.Path + ": " : "")}{Message}";
}
