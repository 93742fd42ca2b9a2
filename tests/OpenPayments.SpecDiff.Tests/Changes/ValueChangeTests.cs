namespace OpenPayments.SpecDiff.Tests;

/// <summary>What a value may be: the same change is judged by who writes it.</summary>
public class ValueChangeTests
{
    private const string Text = "{type: string}";
    private const string ReadOrWrite = "{type: string, enum: [read, write]}";
    private const string Read = "{type: string, enum: [read]}";

    /// <summary>Sentence, before, after, what is found, harm in requests, harm in answers; each harm first the client's, then the server's.</summary>
    public static TheoryData<string, string, string, string, string, string> Changes => new()
    {
        { "Another type breaks both", Text, "{type: integer}", "type `string` became `integer`", "Wire Wire", "Wire Wire" },
        { "A wider type breaks who reads", "{type: integer}", "{type: number}", "type `integer` became `number`", "None Wire", "Wire None" },
        { "A narrower type breaks who writes", "{type: number}", "{type: integer}", "type `number` became `integer`", "Wire None", "None Wire" },
        { "What may be null now breaks who reads", Text, "{type: [string, 'null']}", "may be null now", "None Wire", "Wire None" },
        { "What may no longer be null breaks who writes", "{type: [string, 'null']}", Text, "may no longer be null", "Wire None", "None Wire" },
        { "A new value breaks servers that are sent it; our enumerations are open", Read, ReadOrWrite, "new value `write`", "None Wire", "None None" },
        { "A value removed breaks who writes it, and code that names it", ReadOrWrite, Read, "value `write` removed", "Wire None", "Compile Wire" },
        { "A constant in the place of any text breaks who writes others", Text, "{const: read}", "only `read` is allowed now", "Wire None", "None Wire" },
        { "Any text in the place of an enumeration breaks servers that are sent it", Read, Text, "any value is allowed now", "None Wire", "None None" },
        { "A format that is asked for breaks who writes something else", Text, "{type: string, format: uri}", "format `uri` is asked for now", "Wire None", "None Wire" },
        { "A format that is dropped breaks who reads it as such", "{type: string, format: uri}", Text, "format `uri` is no longer asked for", "None Wire", "Wire None" },
        { "Another format breaks both", "{type: string, format: uri}", "{type: string, format: date-time}", "format `uri` became `date-time`", "Wire Wire", "Wire Wire" },
        { "A pattern that is asked for breaks who writes", Text, "{type: string, pattern: '^a'}", "pattern `^a` is asked for now", "Wire None", "None Wire" },
        { "A pattern that is dropped breaks servers; the client checks none", "{type: string, pattern: '^a'}", Text, "pattern `^a` is no longer asked for", "None Wire", "None None" },
        { "A lower maximum narrows", "{type: integer, maximum: 9}", "{type: integer, maximum: 5}", "maximum `9` became `5`", "Wire None", "None Wire" },
        { "A lower minimum widens", "{type: integer, minimum: 1}", "{type: integer, minimum: 0}", "minimum `1` became `0`", "None Wire", "None None" },
        { "Another default means something else to both", "{type: integer, default: 1}", "{type: integer, default: 2}", "default `1` became `2`", "Wire Wire", "Wire Wire" },
        { "Deprecation breaks nobody", Text, "{type: string, deprecated: true}", "is deprecated now", "None None", "None None" },
        { "The values of a map are compared", "{type: object, additionalProperties: {type: string}}", "{type: object, additionalProperties: {type: integer}}", "{}: type `string` became `integer`", "Wire Wire", "Wire Wire" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void In_both_directions(string sentence, string from, string to, string what, string requests, string answers)
    {
        foreach (var (found, harm) in new[] { (Small.Found(Small.InRequests(from), Small.InRequests(to)), requests), (Small.Found(Small.InAnswers(from), Small.InAnswers(to)), answers) })
            Assert.True(found == $"{what}; client {harm.Split(' ')[0]}; server {harm.Split(' ')[1]}", $"{sentence}: {found}");
    }

    [Theory, MemberData(nameof(Changes))]
    public void The_way_back_is_a_change_too(string sentence, string from, string to, string what, string requests, string answers)
    {
        var back = Small.Found(Small.InRequests(to), Small.InRequests(from));
        // only deprecation is told one way alone: to take it back changes nothing
        Assert.True(back.Length > 0 == (what != "is deprecated now"), $"{sentence}, back: {back}, {requests}, {answers}");
    }

    /// <summary>Two ways to write the same.</summary>
    public static TheoryData<string, string, string> Same => new()
    {
        { "A constant is an enumeration of one", "{const: read}", Read },
        { "Null in a list of types is null in a union", "{type: [string, 'null']}", "{anyOf: [{type: string}, {type: 'null'}]}" },
        { "A union of one is that one", "{oneOf: [{type: string}]}", Text },
        { "Prose and examples are no part of it", Text, "{type: string, description: more, examples: [a]}" },
        { "The order of members is none", "{type: object, properties: {a: {type: string}, b: {type: integer}}}", "{properties: {b: {type: integer}, a: {type: string}}, type: object}" },
        { "The order of values is none", ReadOrWrite, "{type: string, enum: [write, read]}" },
    };

    [Theory, MemberData(nameof(Same))]
    public void No_difference(string sentence, string from, string to) =>
        Assert.True(Small.Found(Small.InAnswers(from), Small.InAnswers(to)).Length == 0, $"{sentence}: {Small.Found(Small.InAnswers(from), Small.InAnswers(to))}");
}
