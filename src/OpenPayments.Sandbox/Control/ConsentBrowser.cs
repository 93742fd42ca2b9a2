using System.Text.RegularExpressions;

namespace OpenPayments.Sandbox.Control;

/// <summary>Stands in for the payer and their browser: opens the consent page, presses a button of it, and says where the browser is sent.</summary>
public static partial class ConsentBrowser
{
    /// <summary>Approves. Returns the client's finish URI with <c>hash</c> and <c>interact_ref</c>; throws <see cref="InvalidOperationException"/> when the page offers no such answer.</summary>
    public static Task<Uri> ApproveAsync(Uri redirect, CancellationToken ct = default) => PressAsync(redirect, "approve", ct);

    /// <summary>Denies. Returns the client's finish URI with <c>result=grant_rejected</c>; throws as <see cref="ApproveAsync"/>.</summary>
    public static Task<Uri> DenyAsync(Uri redirect, CancellationToken ct = default) => PressAsync(redirect, "deny", ct);

    private static async Task<Uri> PressAsync(Uri redirect, string button, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var page = await http.GetAsync(redirect, ct);
        var form = Form().Matches(await page.Content.ReadAsStringAsync(ct)).FirstOrDefault(m => m.Groups["action"].Value.EndsWith("/" + button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page has no button to {button} (status {(int)page.StatusCode}).");
        using var answer = await http.PostAsync(new Uri(redirect, form.Groups["action"].Value), content: null, ct);
        return answer.Headers.Location ?? throw new InvalidOperationException($"The answer leads nowhere (status {(int)answer.StatusCode}).");
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]+)\"")]
    private static partial Regex Form();
}
