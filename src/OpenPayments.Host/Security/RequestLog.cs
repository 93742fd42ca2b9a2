namespace OpenPayments.Host.Security;

internal static class RequestLog
{
    private const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>
    /// The framework's request log prints finish URIs with their hash and interaction reference. It stays silent whatever the settings
    /// say: of several rules the one that names a provider or more of a category counts, so each of them gets this exception.
    /// </summary>
    public static IServiceCollection SilenceRequestLog(this IServiceCollection services) =>
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            for (var i = 0; i < options.Rules.Count; i++) options.Rules[i] = Excepting(options.Rules[i]);
            // where no other rule is about it
            options.Rules.Add(new LoggerFilterRule(null, Category, LogLevel.Warning, null));
        });

    private static LoggerFilterRule Excepting(LoggerFilterRule rule) => new(rule.ProviderName, rule.CategoryName, rule.LogLevel,
        (provider, category, level) =>
            (level >= LogLevel.Warning || category != Category) && rule.Filter?.Invoke(provider, category, level) != false);
}
