using Microsoft.AspNetCore.Http;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>Stands around the providers and, once, does something before a request of theirs is answered.</summary>
internal sealed class Meddler
{
    private (string Method, string Path, int Skip, Func<Task> Act)? _plan;

    /// <summary>Before the answer to the request after <paramref name="skip"/> of this kind.</summary>
    public void Before(string method, string path, int skip, Func<Task> act) => _plan = (method, path, skip, act);

    public async Task StandAsync(HttpContext http, RequestDelegate next)
    {
        if (_plan is var (method, path, skip, act) && http.Request.Method == method && http.Request.Path.Value!.Contains(path, StringComparison.Ordinal))
        {
            _plan = skip == 0 ? null : (method, path, skip - 1, act);
            if (skip == 0) await act();
        }
        await next(http);
    }
}
