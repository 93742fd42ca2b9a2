namespace OpenPayments.SpecPrep;

/// <summary>Names that a printed type must not have, because the code around it uses them for something else. A test compares them with that code.</summary>
public static class ReservedNames
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        // of the hand-written part, and of .NET and Refit where it says them without their namespace
        "AnswerHandler", "AnswerReader", "Answers", "ApiAnswer", "ApiClient", "ApiResult", "ApiSerializer", "ArgumentException",
        "ArgumentNullException", "ArgumentOutOfRangeException", "ArrayPool", "CancellationToken", "CultureInfo", "DateTime",
        "DateTimeKind", "DateTimeOffset", "DelegatingHandler", "Dictionary", "ErrorBody", "ErrorDetail", "ErrorResponse", "Exception",
        "FormatException", "Func", "GeneratedRegex", "Globalization", "HashCode", "HttpClient", "HttpContent", "HttpMessageHandler",
        "HttpRequestError", "HttpRequestException", "HttpRequestHeaders", "HttpRequestMessage", "HttpRequestMessageOptions",
        "HttpRequestOptionsKey", "HttpResponseHeaders", "HttpResponseMessage", "HttpStatusCode", "IBufferWriter", "IDisposable",
        "IEqualityComparer", "IEquatable", "IHttpContentSerializer", "IOException", "IPAddress", "ISynchronousContentSerializer",
        "IndexOutOfRangeException", "InvalidOperationException", "JsonBody", "JsonConverter", "JsonDocument", "JsonElement",
        "JsonException", "JsonSerializer", "JsonSerializerOptions", "JsonTokenType", "JsonTypeInfo", "JsonValueKind", "JsonWriterOptions",
        "List", "Math", "Memory", "NoContent", "NotSupportedException", "Nullable", "NumberStyles", "OpenPayments",
        "OpenPaymentsJsonContext", "OrNothing", "PooledBuffer", "PropertyInfo", "ReadOnlyMemory", "ReadOnlySpan", "Refit",
        "RefitSettings", "Regex", "RequestBodySerializationMode", "ResponseBody", "RestService", "Secret", "SecretJsonConverter", "Span",
        "Stream", "StringBuilder", "StringComparer", "StringComparison", "SuppressMessage", "System", "Task", "TimeJsonConverter",
        "TimeSpan", "TimeText", "TransportContext", "Type", "UnionJson", "UnknownJson", "Unreadable", "Uri", "UriFormatException",
        "UriHostNameType", "UriKind", "UrlIdentity", "UrlJsonConverter", "UrlText", "Utf8JsonReader", "Utf8JsonWriter",
        // what the JSON context calls its members and the types of .NET
        "AssociateWithOptions", "Boolean", "ByteArray", "DateOnly", "Decimal", "Default", "Double", "Equals", "Finalize",
        "GeneratedSerializerOptions", "GetHashCode", "GetType", "GetTypeInfo", "Guid", "Int32", "Int64", "MemberwiseClone", "Object",
        "Options", "ReferenceEquals", "Single", "String", "ToString", "UInt64",
    ];
}
