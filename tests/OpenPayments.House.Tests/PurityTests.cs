namespace OpenPayments.House.Tests;

/// <summary>
/// The core has no effects. The analyzer says so where the code is written; this says it of what was compiled, where no suppression
/// reaches and where a source generator's code counts too.
/// </summary>
public class PurityTests
{
    /// <summary>Namespaces that do something, or know something of the surroundings.</summary>
    private static readonly string[] Effects =
    [
        "System.IO.", "System.Net.", "System.Threading.", "System.Diagnostics.Process", "System.Diagnostics.Tracing.", "System.Data.", "Microsoft.AspNetCore.", "Microsoft.Extensions.",
    ];

    [Fact]
    public void The_core_refers_to_nothing_that_has_an_effect()
    {
        using var core = new CompiledAssembly("OpenPayments.Flow");
        Repository.Expect("the core refers to types with effects", core.Types.Where(type => Effects.Any(effect => type.StartsWith(effect, StringComparison.Ordinal))));
    }

    [Fact]
    public void The_core_asks_for_no_ambient_time_randomness_or_task()
    {
        using var core = new CompiledAssembly("OpenPayments.Flow");
        var (types, members) = (core.Types.ToHashSet(), core.Members.ToHashSet());
        Assert.NotEmpty(BannedSymbols);
        Repository.Expect("the core refers to banned symbols", BannedSymbols.Where(symbol => symbol[..2] switch
        {
            "T:" => types.Contains(symbol[2..]),
            "N:" => types.Any(type => type.StartsWith(symbol[2..] + ".", StringComparison.Ordinal)),
            "P:" => members.Contains(Getter(symbol[2..])),
            _ => members.Contains(symbol[2..].Split('(')[0]),
        }));
    }

    [Fact]
    public void The_core_knows_the_contract_but_not_the_clients_that_send_it()
    {
        using var core = new CompiledAssembly("OpenPayments.Flow");
        Repository.Expect("the core refers to a typed client", core.Types.Where(type => type.StartsWith("OpenPayments.Generated.", StringComparison.Ordinal) && type.EndsWith("Api", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> BannedSymbols { get; } =
        [.. Repository.Read("src/OpenPayments.Flow/BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0])];

    private static string Getter(string property) => property.Insert(property.LastIndexOf('.') + 1, "get_");
}
