using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenPayments.Generated;

/// <summary>An answer that was read, on its way from <see cref="AnswerHandler"/> through Refit to <see cref="ApiSerializer"/>.</summary>
/// <param name="body">What was read of it; given back with this.</param>
/// <param name="exceeded">The limit in bytes that the body is longer than; null when all of it is there.</param>
/// <param name="status">The HTTP status code.</param>
/// <param name="headers">The response's headers.</param>
internal sealed class ApiAnswer(PooledBuffer body, long? exceeded, int status, HttpResponseHeaders headers) : HttpContent
{
    public ApiResult<T> As<T>(JsonSerializerOptions json)
    {
        if (status is < 200 or > 299) return new ApiResult<T>.Failure(exceeded is null ? ErrorBody.Read(body.Written) : null, status, headers);
        if (typeof(T) == typeof(NoContent)) return new ApiResult<T>.Success((T)(object)new NoContent(), status, headers);
        if (exceeded is { } limit) return new ApiResult<T>.Unreadable($"The body is longer than {limit} bytes.", status, headers);
        try
        {
            return JsonSerializer.Deserialize(ResponseBody.WithoutMark(body.Written.Span), (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))) is { } value
                ? new ApiResult<T>.Success(value, status, headers)
                : new ApiResult<T>.Unreadable("The body is null.", status, headers);
        }
        catch (JsonException e)
        {
            return new ApiResult<T>.Unreadable(Unreadable.Why(e), status, headers);
        }
    }

    // HttpClient and Refit buffer a content before they hand it on: there is nothing to copy
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    // unknown: Refit takes a content of no length for null, and asks no serializer
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) body.Dispose();
        base.Dispose(disposing);
    }
}
