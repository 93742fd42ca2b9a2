using System.Net;
using System.Net.Sockets;

namespace OpenPayments.Client;

/// <summary>Which IP addresses belong to the public internet (IANA's special-purpose registries, RFC 6890).</summary>
internal static class AddressRanges
{
    private static readonly IPNetwork[] NotPublicV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // all global unicast there is; everything outside of it is local, multicast or unassigned
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    // protocol assignments with Teredo, documentation, 6to4: tunnels reach whatever IPv4 address is written into them
    private static readonly IPNetwork[] NotPublicV6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    // networks without IPv4 reach the public one through these (NAT64, RFC 6052): the address inside decides
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return !Array.Exists(NotPublicV4, n => n.Contains(address));
        if (Nat64.Contains(address)) return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return GlobalV6.Contains(address) && !Array.Exists(NotPublicV6, n => n.Contains(address));
    }

    private static IPNetwork[] Networks(params string[] ranges) => Array.ConvertAll(ranges, IPNetwork.Parse);
}
