using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Http;

/// <summary>The refusals, by server: the authorization server names a code, the resource server repeats the status as one.</summary>
internal static class Refused
{
    public static RefusedException InvalidRequest(string why) => new(400, ErrorResponse.Codes.InvalidRequest, why);

    public static RefusedException InvalidClient(string why, int status = 401) => new(status, ErrorResponse.Codes.InvalidClient, why);

    public static RefusedException InvalidContinuation(string why) => new(401, ErrorResponse.Codes.InvalidContinuation, why);

    public static RefusedException RequestDenied(string why) => new(401, ErrorResponse.Codes.RequestDenied, why);

    public static RefusedException TooFast() => new(400, ErrorResponse.Codes.TooFast, "continued grant faster than its \"wait\" period");

    public static RefusedException InvalidRotation(string why) => new(404, ErrorResponse.Codes.InvalidRotation, why);

    public static RefusedException Resource(int status, string why) => new(status, status.ToString(CultureInfo.InvariantCulture), why);

    /// <summary>Also for a resource that does not exist: whether it does is not told to those who may not see it.</summary>
    public static RefusedException Unauthorized(string why = "Unauthorized") => Resource(401, why);
}
