namespace OpenPayments.Host.Problems;

internal static class ProblemServices
{
    /// <summary>Every refusal, the framework's own included, is a problem with a detail.</summary>
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Detail ??= StatusSentences.Of(context.HttpContext.Response.StatusCode);
            // what an exception says is for the log
            context.ProblemDetails.Extensions.Remove("exception");
        })
        .Configure<ExceptionHandlerOptions>(options => options.StatusCodeSelector = exception =>
            exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.UseExceptionHandler().UseStatusCodePages();
}
