using Microsoft.AspNetCore.Http.HttpResults;
using OpenPayments.Client;
using OpenPayments.Generated;
using OpenPayments.Host.Contracts;
using OpenPayments.Host.Description;
using OpenPayments.Host.Problems;
using OpenPayments.Host.Security;

namespace OpenPayments.Host.Endpoints;

/// <summary><c>GET /wallet-address?url=</c>: the asset of a wallet address, so that a form can ask for an amount in its units.</summary>
internal static class ShowWalletAddress
{
    public static void MapShowWalletAddress(this IEndpointRouteBuilder routes) => routes.MapGet("/wallet-address", ShowAsync)
        .WithName("getWalletAddress")
        .WithTags("Wallet addresses")
        .WithSummary("Look a wallet address up")
        .WithDescription("Reads the wallet address at its provider: its owner's public name, and its asset, which an amount to it must be in.")
        .WithExamples(Examples.ShowWalletAddress)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status502BadGateway)
        .RequireAuthorization(ApiKeyAuthentication.Policy)
        .RequireRateLimiting(ApiKeyAuthentication.Policy);

    private static async Task<Results<Ok<WalletAddressView>, ProblemHttpResult>> ShowAsync(string url, OpenPaymentsClient client, UrlPolicy urls, CancellationToken ct)
    {
        var (address, why) = WalletAddressText.Parse(url).Match(
            Right: found => urls.Refuse(found) is { } refusal ? ((Uri?)null, $"This URL cannot be a wallet address: {refusal}.") : (found, ""),
            Left: reason => (null, reason));
        if (address is null) return Problem.Fields([new FieldError("#/url", why)]);
        try
        {
            return await client.WalletAddresses.GetWalletAddressAsync(address, ct).ConfigureAwait(false) is ApiResult<WalletAddress>.Success { Body: var wallet }
                ? TypedResults.Ok(new WalletAddressView(wallet.Id, wallet.PublicName, wallet.AssetCode, wallet.AssetScale))
                : Problem.NoWalletAddress("What answers at this URL is not a wallet address. Check it for typing errors.");
        }
        catch (HttpRequestException)
        {
            return Problem.NoWalletAddress("Nothing answers at this URL that may be called. Check it for typing errors.");
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return Problem.NoWalletAddress("This URL did not answer in time. Check it for typing errors, or try again later.");
        }
    }
}
