using System.Reflection;
using System.Text.Json;
using Refit;

namespace OpenPayments.Generated;

/// <summary>What Refit serialises with: a body to <see cref="JsonBody"/>, an <see cref="ApiAnswer"/> to its result.</summary>
internal sealed class ApiSerializer : IHttpContentSerializer, ISynchronousContentSerializer
{
    private readonly JsonSerializerOptions _json;

    public ApiSerializer(JsonSerializerOptions json)
    {
        _json = json;
        Answers.Ready();
    }

    // a body that may be absent can be a Nullable<T>, whose metadata is its value's
    public HttpContent ToHttpContent<T>(T item) => item is null ? null! : JsonBody.Of(item, _json.GetTypeInfo(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)));

    public HttpContent ToHttpContentSynchronous<T>(T item) => ToHttpContent(item);

    public HttpContent ToStreamingHttpContent<T>(T item) => ToHttpContent(item);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult<T?>(AnswerReader<T>.Read((ApiAnswer)content, _json));

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => throw new NotSupportedException("No printed operation sends a form.");
}

/// <summary>Reads the answers of one type without reflection; <see cref="Answers"/> knows the types.</summary>
/// <typeparam name="TResult">An <see cref="ApiResult{T}"/>.</typeparam>
internal static class AnswerReader<TResult>
{
    public static Func<ApiAnswer, JsonSerializerOptions, TResult> Read { get; set; } =
        static (_, _) => throw new NotSupportedException($"No printed interface returns {typeof(TResult)}.");
}

/// <summary>Every type that a printed interface returns: the rest of it is printed, a field an interface.</summary>
internal static partial class Answers
{
    // so that the fields are set before the first call of Ready, not some time
    static Answers() { }

    public static void Ready() { }

    private static object Of<T>() => AnswerReader<ApiResult<T>>.Read = static (answer, json) => answer.As<T>(json);

    // internal: these documents may have none
    internal static object OfOrNothing<T>() => AnswerReader<ApiResult<OrNothing<T>>>.Read = static (answer, json) => answer.AsOrNothing<T>(json);
}
