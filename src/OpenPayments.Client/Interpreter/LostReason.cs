using System.Globalization;
using System.Security.Authentication;

namespace OpenPayments.Client;

/// <summary>Why no answer came, for people, without the URL or anything else of the request.</summary>
internal static class LostReason
{
    public static string Of(Exception e, TimeSpan timeout) => e switch
    {
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"no answer within {timeout.TotalSeconds:0.###} s"),
        HttpRequestException { InnerException: AuthenticationException } => "no secure connection (TLS) could be made",
        HttpRequestException { HttpRequestError: var error } => Of(error),
        _ => "the connection failed",
    };

    private static string Of(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "the host's name could not be resolved",
        HttpRequestError.ConnectionError => "no connection could be made",
        HttpRequestError.SecureConnectionError => "no secure connection (TLS) could be made",
        HttpRequestError.ResponseEnded => "the connection ended before the answer did",
        HttpRequestError.InvalidResponse => "what came back was not HTTP",
        HttpRequestError.ConfigurationLimitExceeded => "the answer's headers were too long",
        _ => "the connection failed",
    };
}
