using Microsoft.Playwright;
using OpenPayments.Host.Tests.Support;
using OpenPayments.Sandbox.Faults;
using static Microsoft.Playwright.Assertions;

namespace OpenPayments.Host.Tests.Browser;

public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private readonly List<string> _complaints = [];

    [Fact]
    public async Task A_payer_pays_agrees_and_sees_the_receipt()
    {
        await using var world = await SandboxedHost.StartAsync();
        var page = await chromium.PageAsync(_complaints);
        await FillAsync(page, world, "10.00");
        await chromium.ShootAsync(page, "form");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();

        await Expect(page.Locator("#payment-status")).ToContainTextAsync("Your wallet asks for your consent");
        await Expect(page.Locator("#receipt")).ToContainTextAsync("10.00 USD");
        await chromium.ShootAsync(page, "quote");
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue to your wallet" }).ClickAsync();
        await chromium.ShootAsync(page, "consent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(page.Locator("#payment-status")).ToContainTextAsync("Paid. The money has arrived.");
        await Expect(page.Locator("#receipt")).ToContainTextAsync("Arrived10.00 USD");
        await Expect(page.Locator("#steps li").Last).ToContainTextAsync("Done");
        await Expect(page.Locator("#steps li.done")).ToHaveCountAsync(12);
        await chromium.ShootAsync(page, "receipt");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_payer_who_refuses_sees_that_nothing_was_paid_and_may_still_agree()
    {
        await using var world = await SandboxedHost.StartAsync();
        var page = await chromium.PageAsync(_complaints);
        await FillAsync(page, world, "10.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue to your wallet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();

        await Expect(page.Locator("#payment-reason")).ToContainTextAsync("Nothing was paid");
        await chromium.ShootAsync(page, "denied");
        world.Time.Jump(TimeSpan.FromMinutes(11));
        await Expect(page.Locator("#payment-status")).ToContainTextAsync("Not paid.");
        await Expect(page.Locator("#steps li.failed").Last).ToContainTextAsync("Not paid");
        await chromium.ShootAsync(page, "denied-for-good");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_payer_who_must_agree_once_more_sees_why_and_where_and_then_the_receipt()
    {
        await using var world = await SandboxedHost.StartAsync();
        var page = await chromium.PageAsync(_complaints);
        await FillAsync(page, world, "10.00");
        world.Sandbox.Faults.Add(new Fault(new Trouble.Reset(AfterEffect: true)) { Operation = Operation.ContinueGrant });
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue to your wallet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(page.Locator("#payment-status")).ToContainTextAsync("Your wallet asks for your consent once more.");
        await Expect(page.Locator("#payment-reason")).ToContainTextAsync("Agree once more");
        await chromium.ShootAsync(page, "second-consent");
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue to your wallet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(page.Locator("#payment-status")).ToContainTextAsync("Paid. The money has arrived.");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var world = await SandboxedHost.StartAsync();
        var page = await chromium.PageAsync(_complaints);
        await page.GotoAsync(world.Host.Url.AbsoluteUri);
        await Expect(page.GetByLabel("Your wallet address")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(world.Alice.AbsoluteUri);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(world.Bob.AbsoluteUri);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("0.50");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#payment-title")).ToBeFocusedAsync();
        await Expect(page.Locator("#consent-link")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#consent-link")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeVisibleAsync();
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_form_that_comes_filled_in_says_whom_it_pays_for_as_long_as_that_is_so()
    {
        await using var world = await SandboxedHost.StartAsync();
        var page = await chromium.PageAsync(_complaints);
        await page.GotoAsync($"{world.Host.Url}?sender={world.Alice}&receiver={world.Bob}&amount=10.00");
        await Expect(page.Locator("#receiver-hint")).ToHaveTextAsync("This is Bob's Books.");
        await Expect(page.Locator("#amount-asset")).ToHaveTextAsync("USD");

        await page.GetByLabel("Receiver’s wallet address").FillAsync(new Uri(world.Sandbox.Happylife, "accounts/nobody").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();
        await Expect(page.Locator("#receiver-error")).ToContainTextAsync("not a wallet address");
        await Expect(page.Locator("#receiver-hint")).Not.ToContainTextAsync("Bob");
        await Expect(page.Locator("#amount-asset")).ToBeEmptyAsync();
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_wrong_field_is_told_beside_it_and_gets_the_focus()
    {
        await using var world = await SandboxedHost.StartAsync();
        var page = await chromium.PageAsync(_complaints, scheme: ColorScheme.Dark);
        await FillAsync(page, world, "10.005");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();
        await Expect(page.GetByLabel("Amount to arrive")).ToBeFocusedAsync();
        await Expect(page.Locator("#amount-error")).ToContainTextAsync("USD has 2 decimal places.");
        await Expect(page.GetByLabel("Amount to arrive")).ToHaveAttributeAsync("aria-invalid", "true");

        await page.GetByLabel("Amount to arrive").FillAsync("10");
        await page.GetByLabel("Your wallet address").FillAsync("file:///etc/passwd");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();
        await Expect(page.GetByLabel("Your wallet address")).ToBeFocusedAsync();
        await Expect(page.Locator("#sender-error")).ToContainTextAsync("senderWalletAddress");
        await Expect(page.Locator("#amount-error")).ToBeHiddenAsync();
        await chromium.ShootAsync(page, "wrong-field-dark");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task It_fits_a_phone()
    {
        await using var world = await SandboxedHost.StartAsync();
        var page = await chromium.PageAsync(_complaints, width: 360);
        await FillAsync(page, world, "10.00");
        Assert.True(await FitsAsync(page), "The form is wider than the screen.");
        await chromium.ShootAsync(page, "form-phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue to your wallet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(page.Locator("#payment-status")).ToContainTextAsync("Paid.");
        Assert.True(await FitsAsync(page), "The receipt is wider than the screen.");
        await chromium.ShootAsync(page, "receipt-phone");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Outside_Development_the_form_asks_for_an_API_key()
    {
        await using var world = await SandboxedHost.StartAsync(new HostSetup
        {
            Environment = "Production",
            Settings = new Dictionary<string, string?> { ["OpenPayments:ApiKeys:0"] = "a-key-of-the-shop" },
        });
        var page = await chromium.PageAsync(_complaints);
        await FillAsync(page, world, "10.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();
        await Expect(page.Locator("#api-key")).ToBeFocusedAsync();
        await page.GetByLabel("API key").FillAsync("a-key-of-the-shop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get a quote" }).ClickAsync();
        await Expect(page.Locator("#payment-status")).ToContainTextAsync("Your wallet asks for your consent");
        Assert.Empty(_complaints);
    }

    private static async Task FillAsync(IPage page, SandboxedHost world, string amount)
    {
        await page.GotoAsync(world.Host.Url.AbsoluteUri);
        await page.GetByLabel("Your wallet address").FillAsync(world.Alice.AbsoluteUri);
        await page.GetByLabel("Receiver’s wallet address").FillAsync(world.Bob.AbsoluteUri);
        await page.GetByLabel("Amount to arrive").FillAsync(amount);
    }

    private static Task<bool> FitsAsync(IPage page) => page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth");
}
