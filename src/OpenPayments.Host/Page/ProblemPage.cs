using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace OpenPayments.Host.Page;

/// <summary>A problem for a person: the payer's browser lands on the finish URI, and JSON says nothing to a payer.</summary>
internal static class ProblemPage
{
    public static bool IsAskedFor(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) && accepted.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && type.Quality is not 0);

    public static IResult Of(ProblemDetails problem)
    {
        var encode = HtmlEncoder.Default;
        var where = problem.Extensions.TryGetValue("id", out var id) && id is string text
            ? $"""<p><a href="../../?payment={UrlEncoder.Default.Encode(text)}">See where the payment stands</a></p>"""
            : "";
        return Results.Content($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{encode.Encode(problem.Title!)}</title>
            <link rel="stylesheet" href="../../app.css">
            </head>
            <body>
            <main>
            <h1>{encode.Encode(problem.Title!)}</h1>
            <p role="alert">{encode.Encode(problem.Detail!)}</p>
            {where}
            </main>
            </body>
            </html>
            """, "text/html; charset=utf-8", statusCode: problem.Status);
    }
}
