using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenPayments.Generated.Tests;

/// <summary>No record prints what must not be printed.</summary>
public class SecretsTests
{
    private static readonly string[] Hints = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Repo.Generation, "names.json")))!.AsObject().Select(p => p.Key).Where(k => k.StartsWith("secret:", StringComparison.Ordinal))];

    [Fact]
    public void Every_member_that_names_json_calls_a_secret_is_one()
    {
        Assert.NotEmpty(Hints);
        Assert.All(Hints.Where(h => h != "secret:InteractResponse/redirect"), hint =>
        {
            var (type, member) = hint["secret:".Length..].Split('/') is [var t, var m] ? (t, m) : throw new InvalidOperationException(hint);
            var property = GeneratedSet.Of("own").Type(type)!.GetProperties().Single(p => JsonName(p) == member);
            Assert.Equal(typeof(Secret), property.PropertyType);
        });
    }

    [Fact]
    public void No_record_prints_a_secret_or_an_interaction_address()
    {
        var set = GeneratedSet.Of("own");
        var printed = 0;
        foreach (var example in Directory.GetFiles(set.Folder, "*.yaml").SelectMany(f => Example.In(set, f)))
        {
            var value = JsonSerializer.Deserialize(example.Value!.ToJsonString(), set.Info(example.Type));
            var (records, secrets) = (new List<object>(), new List<string>());
            Walk(value, records, secrets);
            foreach (var record in records)
                foreach (var secret in secrets)
                {
                    printed++;
                    Assert.DoesNotContain(secret, record.ToString(), StringComparison.Ordinal);
                }
        }
        Assert.True(printed > 80, $"only {printed} pairs of a record and a secret were looked at");
    }

    [Fact]
    public void What_is_redacted_says_so_and_the_rest_is_printed() => Assert.Equal(
        "InteractResponse { Redirect = [redacted], Finish = [redacted] }",
        new InteractResponse { Redirect = new Uri("https://a.example/interact/1"), Finish = new Secret("f") }.ToString());

    [Fact]
    public void There_is_no_secret_without_a_text() => Assert.Throws<ArgumentNullException>(() => new Secret(null!));

    private static void Walk(object? value, List<object> records, List<string> secrets)
    {
        if (value is Secret secret)
        {
            secrets.Add(secret.Reveal());
        }
        else if (value is System.Collections.IEnumerable many and not string)
        {
            foreach (var item in many) Walk(item, records, secrets);
        }
        else if (value is not null && value.GetType().Assembly == typeof(Secret).Assembly && !value.GetType().IsValueType)
        {
            records.Add(value);
            if (value is InteractResponse interact) secrets.Add(interact.Redirect.OriginalString);
            foreach (var property in value.GetType().GetProperties()) Walk(property.GetValue(value), records, secrets);
        }
    }

    private static string? JsonName(System.Reflection.PropertyInfo property) =>
        ((System.Text.Json.Serialization.JsonPropertyNameAttribute?)Attribute.GetCustomAttribute(property, typeof(System.Text.Json.Serialization.JsonPropertyNameAttribute)))?.Name;
}
