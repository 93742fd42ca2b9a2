namespace OpenPayments.Client.Tests.Fuzz;

/// <summary>What the fuzzers change: texts that are, or nearly are, what they should be.</summary>
internal static class Corpus
{
    public static readonly string[] Urls =
    [
        "https://wallet.example/alice", "http://localhost:3000/tenant/quotes?cursor=a%20b&first=10", "https://bücher.example/é", "https://[2606:4700::1111]:8443/", "http://[::1]/a",
        "https://8.8.8.8/", "http://0x7f.1/", "https://xn--bcher-kva.example/", "https://a.b.c.d.example./x;y=z,(!)*'", "http://a_b-c.example:80", "https://EXAMPLE.com/%41%2d?#",
        "https://user:word@wallet.example/", "//wallet.example/", "file:///etc/passwd", "mailto:alice@wallet.example", "data:text/html,a", "https://wallet.example/" + "%E2%82%AC",
        "https://ៗᖊࢪ.example", "https://１２７.0.0.1/", "https://example。com/",
    ];

    public static readonly string[] WalletAddresses =
    [
        .. Urls, "$wallet.example/alice", "$wallet.example", "$wallet.example/", "$bob.wallet.example/a/b.c~d%20e", "$[2606:4700::1111]/a", "$127.0.0.1/a",
        "$alice@wallet.example", "$wallet.example:8443/alice",
    ];

    public static readonly string[] Json =
    [
        """{"a":1,"b":[true,false,null],"c":{"10":"x","9":"y"}}""", """["\u00e9","\ud83d\ude00","\"\\\/\b\f\n\r\t"]""", "[0,-0,1.0,1e21,1e-7,123456789012345680000,0.1]",
        "\"\\ud800\"", "{\"é\":\"\u2028\"}", "[[[[[[[[]]]]]]]]", "{}", "[]", "0", "null", """{"a":1,"a":2}""", """{"\u0061":1,"a":2,"__proto__":{}}""", "1E400", "5e-324", "[1,]",
    ];
}
