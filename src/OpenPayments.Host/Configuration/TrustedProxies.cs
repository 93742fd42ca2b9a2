using System.Net;

namespace OpenPayments.Host.Configuration;

/// <summary>The proxies in front of this host, whose word about a caller's address is taken.</summary>
internal sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    private const string Key = "OpenPayments:TrustedProxies";

    public static TrustedProxies Read(SettingsReader read)
    {
        var networks = new List<IPNetwork>();
        foreach (var (i, text) in read.List(Key).Index())
        {
            if (IPAddress.TryParse(text, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0) networks.Add(network);
            else read.Wrong($"{Key}:{i} is '{text}': it must be an address such as 10.0.0.7, or a network such as 10.0.0.0/24, and not all there are.");
        }
        return new TrustedProxies(networks);
    }
}
