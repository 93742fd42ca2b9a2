using Microsoft.Extensions.FileProviders;

namespace OpenPayments.Host.Page;

internal static class PageFiles
{
    /// <summary>The page and its files, carried inside the assembly: they are there wherever the host is started from.</summary>
    public static void UsePage(this IApplicationBuilder app)
    {
        var files = new EmbeddedFileProvider(typeof(PageFiles).Assembly, typeof(PageFiles).Namespace);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, DefaultFileNames = ["index.html"] });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache" });
    }

    /// <summary>What the page asks this host before it shows its form.</summary>
    public static void MapPageSettings(this IEndpointRouteBuilder routes, IHostEnvironment environment) => routes
        .MapGet("/page.json", () => TypedResults.Content(environment.IsDevelopment() ? """{"apiKeyNeeded":false}""" : """{"apiKeyNeeded":true}""", "application/json"))
        .ExcludeFromDescription();
}
