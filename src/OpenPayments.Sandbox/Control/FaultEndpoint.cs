using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Control;

/// <summary>
/// <c>POST /sandbox/faults</c> lets something go wrong at this provider, <c>GET</c> shows what still lies in wait, <c>DELETE</c> clears it.
/// The page <c>docs/sandbox.md</c> has a line for each kind.
/// </summary>
internal static class FaultEndpoint
{
    private const string Path = "/sandbox/faults";

    public static void MapFaults(this IEndpointRouteBuilder routes, Provider provider)
    {
        var faults = provider.World.Faults;
        routes.MapPost(Path, async (HttpContext http) =>
        {
            var asked = StrictJson.Read(await SignedRequest.ReadAsync(http), SandboxJson.Default.FaultOnDemand, Refused.Resource);
            try
            {
                faults.Add(asked.ToFault(provider.Name));
            }
            catch (ArgumentException e)
            {
                throw Refused.Resource(400, e.Message);
            }
            catch (InvalidOperationException e)
            {
                throw Refused.Resource(409, e.Message);
            }
            return Show(201);
        });
        routes.MapGet(Path, () => Show(200));
        routes.MapDelete(Path, () =>
        {
            faults.ClearAt(provider.Name);
            return Results.NoContent();
        });

        IResult Show(int status) => Results.Json(
            new FaultsOnDemand([.. faults.Pending.Where(f => f.Provider is null || f.Provider == provider.Name).Select(FaultOnDemand.Of)]),
            SandboxJson.Default.FaultsOnDemand, statusCode: status);
    }
}
