using System.Text;
using System.Text.Encodings.Web;

namespace OpenPayments.Sandbox.Pages;

/// <summary>The frame of every page: readable on a phone, usable with a keyboard, no script.</summary>
internal static class Page
{
    // no form-action: browsers apply it to every redirect after the form, and those lead to the client and wherever it goes on to
    private const string Policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string Style = ReadStyle();

    /// <summary>Text that came from outside, made safe for element content and quoted attributes.</summary>
    public static string Text(string text) => HtmlEncoder.Default.Encode(text);

    public static string Of(string title, string main) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)}</title>
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <main>
        {main}
        </main>
        </body>
        </html>
        """;

    public static IResult Show(string html, int status) => Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);

    /// <summary>The style sheet, and the headers that keep every page private and unframed.</summary>
    public static void MapStyle(this IEndpointRouteBuilder routes) => routes.MapGet("/style.css", () => Results.Content(Style, "text/css; charset=utf-8"));

    public static void UsePageHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // not no-referrer: with that, browsers send "Origin: null" even from this page to this server
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return next(http);
    });

    private static string ReadStyle()
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream("style.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
