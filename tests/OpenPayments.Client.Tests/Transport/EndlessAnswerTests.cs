using System.Text;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>What an answer without end costs in memory. Runs alone: what is measured is what the whole process allocates.</summary>
[Collection(nameof(Alone))]
public class EndlessAnswerTests
{
    [Theory, InlineData(200), InlineData(500)]
    public async Task A_body_without_end_costs_no_more_than_the_cap(int status)
    {
        await using var server = new RawServer(async (_, stream) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\n\r\n\""));
            var block = new byte[64 * 1024];
            block.AsSpan().Fill((byte)'x');
            while (true) await stream.WriteAsync(block);
        });
        var before = GC.GetTotalAllocatedBytes();
        using var client = new TestClient(o => o.MaxResponseBytes = 100_000);
        var result = await client.Api.WalletAddresses.GetWalletAddressAsync(server.Url("/alice"));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 4_000_000);
        if (status == 200) Assert.IsType<ApiResult<WalletAddress>.Unreadable>(result);
        else Assert.IsType<ApiResult<WalletAddress>.Failure>(result);
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
