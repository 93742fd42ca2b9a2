using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OpenPayments.Host.Configuration;

namespace OpenPayments.Host.Description;

/// <summary>The API's own description, at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    private const string BearerKey = "apiKey";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(ShowExamples);
    });

    public static TBuilder WithExamples<TBuilder>(this TBuilder endpoint, OperationExamples examples) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(examples);

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Open Payments host",
            Version = "1",
            Description = "Sends money from one Open Payments wallet to another, with the payer's consent. Errors are problems (RFC 9457): `detail` says what was wrong, `errors` which member of the request.",
        };
        // never what a request's Host header says: the document may lie in a cache, or be read by someone else
        document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<HostSettings>().PublicUrl.AbsoluteUri.TrimEnd('/') }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[BearerKey] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "One of the host's API keys. Not asked for in the Development environment.",
        };
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value).Where(operation => operation.Responses?.ContainsKey("401") == true))
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerKey, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task ShowExamples(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        foreach (var example in context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationExamples>().SelectMany(examples => examples.All))
        {
            var content = example.Status == 0 ? operation.RequestBody?.Content : operation.Responses?[$"{example.Status}"].Content;
            if (content?.TryGetValue(example.MediaType, out var mediaType) == true && mediaType is OpenApiMediaType shown)
                shown.Example = example.MediaType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(example.Text) : JsonValue.Create(example.Text);
        }
        return Task.CompletedTask;
    }
}
