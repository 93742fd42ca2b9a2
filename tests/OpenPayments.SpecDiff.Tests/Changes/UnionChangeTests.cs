namespace OpenPayments.SpecDiff.Tests;

/// <summary>Unions: which case is which, and what a case more or less does.</summary>
public class UnionChangeTests
{
    private const string Cases = "cat: {type: object, required: [kind], properties: {kind: {const: cat}}}, dog: {type: object, required: [kind], properties: {kind: {const: dog}}}";
    private const string Cat = "{oneOf: [{$ref: '#/components/schemas/cat'}, {type: string}]}";
    private const string CatAndDog = "{oneOf: [{$ref: '#/components/schemas/dog'}, {type: string}, {$ref: '#/components/schemas/cat'}]}";

    [Fact]
    public void A_new_case_of_a_request_breaks_every_match_and_servers_that_are_sent_it() =>
        Assert.Equal("new case `dog`; client Compile; server Wire", Small.Found(Small.InRequests(Cat, Cases), Small.InRequests(CatAndDog, Cases)));

    [Fact]
    public void A_new_case_of_an_answer_arrives_as_unknown_and_breaks_every_match()
    {
        Assert.Equal("new case `dog`; client Compile; server None", Small.Found(Small.InAnswers(Cat, Cases), Small.InAnswers(CatAndDog, Cases)));
        var verdict = Assert.Single(Small.Compare(Small.InAnswers(Cat, Cases), Small.InAnswers(CatAndDog, Cases)).Changes).Verdict;
        Assert.Equal("on the wire the case arrives as Unknown; regenerated, every Match must learn of it", verdict.Client.Why);
    }

    [Fact]
    public void A_removed_case_breaks_clients_that_send_it() =>
        Assert.Equal("case `dog` removed; client Wire; server None", Small.Found(Small.InRequests(CatAndDog, Cases), Small.InRequests(Cat, Cases)));

    [Fact]
    public void A_removed_case_breaks_servers_that_answer_it() =>
        Assert.Equal("case `dog` removed; client Compile; server Wire", Small.Found(Small.InAnswers(CatAndDog, Cases), Small.InAnswers(Cat, Cases)));

    [Fact]
    public void What_became_a_union_keeps_the_case_that_it_was()
    {
        var found = Small.Found(
            Small.InAnswers("{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}"),
            Small.InAnswers("{anyOf: [{type: object, required: [c], properties: {c: {type: string}}}, {title: first, type: object, required: [a], properties: {a: {type: string}, b: {type: string}, d: {type: string}}}]}"));
        Assert.Equal(
            "became a union of 2 cases; client Compile; server None\nnew case with `c`; client Compile; server None\n<first>.d: new optional member; client None; server None", found);
    }

    [Theory]
    [InlineData("by title", "{title: x, type: object, properties: {a: {type: string}}}", "{title: x, type: object, properties: {b: {type: string}, c: {type: string}}}")]
    [InlineData("by tag", "{type: object, properties: {kind: {const: x}, a: {type: string}}}", "{type: object, properties: {kind: {const: x}, b: {type: string}, c: {type: string}}}")]
    [InlineData("by required members", "{type: object, required: [k], properties: {k: {type: string}, a: {type: string}}}", "{type: object, required: [k], properties: {k: {type: string}, b: {type: string}, c: {type: string}}}")]
    public void A_case_is_found_again(string how, string from, string to)
    {
        const string other = "{type: object, required: [other], properties: {other: {type: string}}}";
        var found = Small.Found(Small.InAnswers($"{{oneOf: [{from}, {other}]}}"), Small.InAnswers($"{{oneOf: [{other}, {to}]}}"));
        Assert.True(!found.Contains("case", StringComparison.Ordinal) && found.Contains(".b: new optional member", StringComparison.Ordinal), $"{how}: {found}");
    }

    [Fact]
    public void The_order_of_cases_is_none() =>
        Assert.Equal("", Small.Found(Small.InAnswers("{oneOf: [{type: string}, {type: integer}]}"), Small.InAnswers("{oneOf: [{type: integer}, {type: string}]}")));
}
