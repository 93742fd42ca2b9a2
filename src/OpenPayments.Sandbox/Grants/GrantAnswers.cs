using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Grants;

/// <summary>Grants and tokens as the documents show them.</summary>
internal static class GrantAnswers
{
    public static Continue Continue(this Provider provider, Grant grant, int? wait) => new()
    {
        AccessToken = new ContinueAccessToken { Value = new Secret(grant.ContinueToken) },
        Uri = provider.At($"/continue/{grant.Id}"),
        Wait = wait,
    };

    public static AccessToken Show(this Provider provider, IssuedToken token) => new()
    {
        Value = new Secret(token.Value),
        Manage = provider.At($"/token/{token.ManageId}"),
        ExpiresIn = token.Lifetime,
        Access = token.Grant.Access,
    };
}
