using System.Net;
using System.Text.Json.Nodes;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class PaymentTests
{
    [Fact]
    public async Task A_payment_goes_from_an_order_over_consent_to_money_that_arrived()
    {
        await using var world = await SandboxedHost.StartAsync();
        var before = world.Sandbox.Balance(world.Bob);

        var started = await world.StartPaymentAsync();
        Assert.Equal("awaiting-consent", (string?)started["status"]);
        Assert.Equal("1000", (string?)started["receiveAmount"]!["value"]);
        Assert.NotNull(started["debitAmount"]);
        Assert.NotNull(started["quoteExpiresAt"]);

        var finish = await world.DecideAsync(started, "approve");
        using var back = await world.Http.GetAsync(finish);
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Equal(new Uri(world.Host.Url, $"?payment={started["id"]}"), back.Headers.Location);

        var steps = await world.FollowAsync((string)started["id"]!);
        Assert.Equal("completed", steps[^1].Status);
        var payment = await world.ShowAsync((string)started["id"]!);
        Assert.Equal("completed", (string?)payment["status"]);
        Assert.Equal("1000", (string?)payment["receivedAmount"]!["value"]);
        Assert.Equal(before + 1000, world.Sandbox.Balance(world.Bob));
    }

    [Fact]
    public async Task The_answer_to_a_new_payment_names_its_own_address()
    {
        await using var world = await SandboxedHost.StartAsync();
        using var response = await world.Http.PostAsync("payments", Json.Content(world.Order()));
        var started = await Json.ReadAsync(response);
        Assert.Equal($"/payments/{started["id"]}", response.Headers.Location?.OriginalString);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_metadata_of_an_order_reaches_the_receivers_wallet()
    {
        await using var world = await SandboxedHost.StartAsync();
        var order = world.Order();
        order["metadata"] = JsonNode.Parse("""{"orderId":"42","7":"integer-like names come first","é":"<&>"}""");
        var started = await world.StartPaymentAsync(order);
        Assert.Equal("awaiting-consent", (string?)started["status"]);
    }

    [Fact]
    public async Task The_payer_goes_on_to_the_return_url_with_the_payments_id_in_its_query()
    {
        await using var world = await SandboxedHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string?> { ["OpenPayments:ReturnOrigins:0"] = "https://shop.example" } });
        var order = world.Order();
        order["returnUrl"] = "https://shop.example/thanks?basket=7";
        var started = await world.StartPaymentAsync(order);
        using var back = await world.Http.GetAsync(await world.DecideAsync(started, "approve"));
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Equal($"https://shop.example/thanks?basket=7&paymentId={started["id"]}", back.Headers.Location?.AbsoluteUri);
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Logging:OpenPayments.Host.Tests.Support.LogLines:LogLevel:Default")]
    [InlineData("Logging:OpenPayments.Host.Tests.Support.LogLines:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("Logging:OpenPayments.Host.Tests.Support.LogLines:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics*")]
    public async Task No_secret_of_a_payment_leaves_or_lies_readable_on_the_disk_however_much_is_logged(string logged)
    {
        var settings = new Dictionary<string, string?> { [logged] = "Trace" };
        await using var world = await SandboxedHost.StartAsync(new HostSetup { Settings = settings });
        var started = await world.StartPaymentAsync();
        var (id, redirect) = ((string)started["id"]!, (string)started["redirectUrl"]!);
        var finish = await world.DecideAsync(started, "approve");
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(finish.Query);
        var state = (await world.Host.Get<Store.PaymentStore>().LoadAsync(id, default))!.State;
        var grant = Assert.IsType<Flow.Steps.AwaitingReturn>(Assert.IsType<Flow.Plans.Progress.Asking>(state.Progress).Stage).Grant;
        string[] secrets = [redirect, query["hash"]!, query["interact_ref"]!, grant.Nonce.Reveal(), grant.Finish.Reveal(), grant.ContinueToken.Reveal()];

        using (await world.Http.GetAsync(finish)) { }
        var events = await world.Http.GetStringAsync($"payments/{id}/events");
        var seen = string.Join('\n', [events, (await world.ShowAsync(id)).ToJsonString(), .. world.Host.Log.All]);
        var disk = Disk.Read(world.Folder);

        Assert.Contains(id, disk, StringComparison.Ordinal);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, disk, StringComparison.Ordinal);
        }
    }
}
