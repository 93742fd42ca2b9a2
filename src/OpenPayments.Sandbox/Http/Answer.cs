using System.Text.Json.Serialization.Metadata;
using OpenPayments.Client;

namespace OpenPayments.Sandbox.Http;

/// <summary>Answers in the documents' types, written without reflection, in the form that gives a client's metadata back whatever is in it.</summary>
internal static class Answer
{
    public static IResult Ok<T>(T body) => Json(body, 200);

    public static IResult Created<T>(T body) => Json(body, 201);

    public static IResult Json<T>(T body, int status)
        => Results.Json(body, (JsonTypeInfo<T>)CanonicalJson.Options.GetTypeInfo(typeof(T)), statusCode: status);
}
