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
    public ApiResult<T> As<T>(JsonSerializerOptions json) =>
        typeof(T) == typeof(NoContent) && IsSuccess
            ? new ApiResult<T>.Success((T)(object)new NoContent(), status, headers)
            : Read<T, T>(json, static value => value);

    /// <summary>Where a success may have no body: a status that has none, an empty one, and <c>null</c> are nothing.</summary>
    public ApiResult<OrNothing<T>> AsOrNothing<T>(JsonSerializerOptions json) =>
        IsSuccess && exceeded is null && (status is 204 or 205 || IsNothing(ResponseBody.WithoutMark(body.Written.Span)))
            ? new ApiResult<OrNothing<T>>.Success(new OrNothing<T>.Nothing(), status, headers)
            : Read<T, OrNothing<T>>(json, static value => new OrNothing<T>.Something(value));

    private bool IsSuccess => status is >= 200 and <= 299;

    private static bool IsNothing(ReadOnlySpan<byte> text) =>
        text.Trim(" \t\r\n"u8) is var rest && (rest.IsEmpty || rest.SequenceEqual("null"u8));

    private ApiResult<TResult> Read<T, TResult>(JsonSerializerOptions json, Func<T, TResult> result)
    {
        if (!IsSuccess) return new ApiResult<TResult>.Failure(exceeded is null ? ErrorBody.Read(body.Written) : null, status, headers);
        if (exceeded is { } limit) return new ApiResult<TResult>.Unreadable($"The body is longer than {limit} bytes.", status, headers);
        try
        {
            return JsonSerializer.Deserialize(ResponseBody.WithoutMark(body.Written.Span), (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))) is { } value
                ? new ApiResult<TResult>.Success(result(value), status, headers)
                : new ApiResult<TResult>.Unreadable("The body is null.", status, headers);
        }
        catch (JsonException e)
        {
            return new ApiResult<TResult>.Unreadable(Unreadable.Why(e), status, headers);
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
