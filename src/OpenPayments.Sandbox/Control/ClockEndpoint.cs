using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Control;

/// <summary>
/// <c>GET /sandbox/clock</c> answers the time, the same at both providers; <c>POST</c> with <c>{"advanceSeconds": 300}</c> moves it ahead
/// first, which takes a <see cref="SandboxClock"/>.
/// </summary>
internal static class ClockEndpoint
{
    private const int MostSeconds = 400 * 24 * 60 * 60;

    public static void MapClock(this IEndpointRouteBuilder routes, Provider provider)
    {
        routes.MapGet("/sandbox/clock", Show);
        routes.MapPost("/sandbox/clock", async (HttpContext http) =>
        {
            var asked = StrictJson.Read(await SignedRequest.ReadAsync(http), SandboxJson.Default.ClockJump, Refused.Resource);
            if (provider.World.Options.Time is not SandboxClock clock) throw Refused.Resource(409, "this sandbox was given a clock of its own");
            if (asked.AdvanceSeconds is < 0 or > MostSeconds) throw Refused.Resource(400, $"advanceSeconds must be from 0 to {MostSeconds}");
            clock.Advance(TimeSpan.FromSeconds(asked.AdvanceSeconds));
            return Show();
        });

        IResult Show() => Results.Json(new ClockShows(provider.World.Now), SandboxJson.Default.ClockShows);
    }
}
