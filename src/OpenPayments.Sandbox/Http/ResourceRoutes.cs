namespace OpenPayments.Sandbox.Http;

/// <summary>Routes of the resource server: each reads the request first and then runs, admitted, inside the world's lock.</summary>
internal static class ResourceRoutes
{
    public static void Get(this IEndpointRouteBuilder routes, Provider provider, string path, Func<ResourceCall, HttpContext, IResult> handle)
        => routes.MapGet(provider.ResourcePath(path), http => RunAsync(http, provider, handle));

    public static void Post(this IEndpointRouteBuilder routes, Provider provider, string path, Func<ResourceCall, HttpContext, IResult> handle)
        => routes.MapPost(provider.ResourcePath(path), http => RunAsync(http, provider, handle));

    public static string ResourcePath(this Provider provider, string path) => $"/op/{provider.Tenant}{path}";

    private static async Task RunAsync(HttpContext http, Provider provider, Func<ResourceCall, HttpContext, IResult> handle)
    {
        var request = await SignedRequest.ReadAsync(http);
        var result = provider.World.Do(() => handle(ResourceCall.Admit(request, provider), http));
        await result.ExecuteAsync(http);
    }
}
