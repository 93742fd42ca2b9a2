using OpenPayments.Sandbox.Faults;

namespace OpenPayments.Sandbox.Tests.Faults;

/// <summary>What a client sees of each kind of trouble, over real HTTP, and what has happened behind it.</summary>
public class FaultTests
{
    [Fact]
    public async Task A_reset_before_the_effect_leaves_no_payment_behind()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.Reset(AfterEffect: false)));
        await Assert.ThrowsAsync<HttpRequestException>(paying.PayAsync);
        Assert.Equal(0, await paying.MadeAsync());
        _ = (await paying.PayAsync()).Body();
    }

    [Fact]
    public async Task A_reset_after_the_effect_leaves_a_payment_that_the_client_has_not_heard_of()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.Reset(AfterEffect: true)));
        await Assert.ThrowsAsync<HttpRequestException>(paying.PayAsync);
        Assert.Equal(1, await paying.MadeAsync());
        Assert.Equal("invalid quote", (await paying.PayAsync()).Refusal().Description);
    }

    [Fact]
    public async Task A_cut_answer_ends_in_its_middle_after_the_effect()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.Cut()));
        using var answer = await paying.PostAsync();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var (heard, buffer) = (0, new byte[64]);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (true) heard += await body.ReadAtLeastAsync(buffer, 1);
        });
        Assert.Equal((201, answer.Content.Headers.ContentLength / 2), ((int)answer.StatusCode, heard));
        Assert.Equal(1, await paying.MadeAsync());
    }

    [Fact]
    public async Task A_client_that_does_not_wait_for_a_delayed_answer_gives_up()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.Delay(TimeSpan.FromSeconds(30))));
        using var patience = new CancellationTokenSource();
        var paid = paying.PostAsync(patience.Token);
        while (paying.Sandbox.Server.Faults.Pending.Count > 0) await Task.Yield(); // the request is there, and delayed
        await patience.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => paid);
    }

    [Fact]
    public async Task A_delayed_answer_is_the_right_one()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.Delay(TimeSpan.FromMilliseconds(1))));
        Assert.Equal(201, (await paying.PayAsync()).Status);
    }

    [Theory]
    [InlineData(500, FaultBody.Error, "application/json", "a fault of the sandbox")]
    [InlineData(409, FaultBody.ErrorWithoutCode, "application/json", """{"error":{"description":"a fault of the sandbox"}}""")]
    [InlineData(502, FaultBody.Html, "text/html", "<h1>502</h1>")]
    [InlineData(503, FaultBody.None, null, "")]
    [InlineData(200, FaultBody.Garbage, "application/json", """{"id": 17, "walletAddr""")]
    [InlineData(201, FaultBody.OtherShape, "application/json", """{"unexpected":[1,"two",{"three":null}]}""")]
    public async Task Another_answer_takes_the_place_of_the_right_one_before_or_after_the_effect(int status, FaultBody body, string? type, string text)
    {
        foreach (var afterEffect in new[] { false, true })
        {
            await using var paying = await Paying.StartAsync(Paid(new Trouble.Reply(status, body, afterEffect, RetryAfter: null)));
            using var answer = await paying.PostAsync();
            Assert.Equal((status, type), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains(text, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(afterEffect ? 1 : 0, await paying.MadeAsync());
        }
    }

    [Fact]
    public async Task An_overloaded_provider_says_when_to_come_again()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.Reply(429, FaultBody.Error, AfterEffect: false, RetryAfter: TimeSpan.FromSeconds(7))));
        using var answer = await paying.PostAsync();
        Assert.Equal((429, TimeSpan.FromSeconds(7)), ((int)answer.StatusCode, answer.Headers.RetryAfter!.Delta));
        Assert.Equal(0, await paying.MadeAsync());
    }

    [Fact]
    public async Task Invalid_quote_may_stand_for_a_payment_that_was_made()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.Reply(400, FaultBody.InvalidQuote, AfterEffect: true, RetryAfter: null)));
        Assert.Equal(new Refusal(400, "400", "invalid quote"), (await paying.PayAsync()).Refusal());
        Assert.Equal(1, await paying.MadeAsync());
    }

    [Fact]
    public async Task A_slow_body_comes_in_pieces_and_is_whole_in_the_end()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.SlowBody(TimeSpan.FromMilliseconds(80))));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal(201, (await paying.PayAsync()).Status);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(60), "eight pieces with seven pauses between them, of 10 ms each");
    }

    [Fact]
    public async Task A_doubled_body_is_no_JSON_though_each_half_is()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.DoubledBody()));
        using var answer = await paying.PostAsync();
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((201, 0), ((int)answer.StatusCode, text.Length % 2));
        Assert.Equal(text[..(text.Length / 2)], text[(text.Length / 2)..]);
        Assert.Equal(1, await paying.MadeAsync());
    }

    [Fact]
    public async Task A_repeated_request_is_answered_as_the_second_one()
    {
        await using var paying = await Paying.StartAsync(Paid(new Trouble.Repeated()));
        Assert.Equal("invalid quote", (await paying.PayAsync()).Refusal().Description);
        Assert.Equal(1, await paying.MadeAsync());
    }

    [Fact]
    public async Task A_repeated_rotation_leaves_the_client_with_a_dead_token()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        sandbox.Server.Faults.Add(new Fault(new Trouble.Repeated()) { Operation = Operation.RotateToken });
        Assert.Equal("invalid_rotation", (await sandbox.Client.Grants.RotateTokenAsync(ready.Quoting.Manage, ready.Quoting.Value)).Refusal().Code);
        Assert.Equal("Inactive Token", (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, ready.Quoting.Value)).Refusal().Description);
    }

    private static Fault Paid(Trouble trouble) => new(trouble) { Operation = Operation.CreateOutgoingPayment };
}
