using OpenPayments.Sandbox.Pages;

namespace OpenPayments.Sandbox.Consent;

/// <summary>The page that asks, and the ones that close the matter.</summary>
internal static class ConsentPage
{
    public static string Ask(ConsentRequest request, string path) => Page.Of($"{request.Question} {request.Provider}", $"""
        <p class="who">{Page.Text(request.Provider)} <span>signed in as {Page.Text(request.Owner)}</span></p>
        <h1>{Page.Text(request.Question)}</h1>
        <p><strong>{Page.Text(request.Client)}</strong> asks for it.</p>
        <dl>
        {string.Concat(request.Facts.Select(f => $"<div><dt>{Page.Text(f.Term)}</dt><dd>{Page.Text(f.Value)}</dd></div>\n"))}</dl>
        <div class="choice">
        <form method="post" action="{Page.Text(path)}/approve"><button class="yes" type="submit">Approve</button></form>
        <form method="post" action="{Page.Text(path)}/deny"><button type="submit">Deny</button></form>
        </div>
        <p class="small">A sandbox: no real money moves, and nobody has to sign in.</p>
        """);

    public static string Over(string what) => Page.Of(what, $"""
        <h1>{Page.Text(what)}</h1>
        <p>You can close this page and go back to where you came from.</p>
        """);
}
