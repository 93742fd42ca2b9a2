namespace OpenPayments.SpecDiff.Tests;

/// <summary>Members of objects, in what clients write and in what servers write.</summary>
public class MemberChangeTests
{
    private const string Open = "{type: object, properties: {a: {type: string}}}";
    private const string Closed = "{type: object, additionalProperties: false, properties: {a: {type: string}}}";
    private const string OpenWithB = "{type: object, properties: {a: {type: string}, b: {type: string}}}";
    private const string OpenNeedsB = "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}";
    private const string ClosedWithB = "{type: object, additionalProperties: false, properties: {a: {type: string}, b: {type: string}}}";

    public static TheoryData<string, string, string, string> InRequests => new()
    {
        { "A new required member breaks clients that do not send it", Open, OpenNeedsB, "b: new required member; client Wire; server None" },
        { "A new optional member of an open object breaks nobody", Open, OpenWithB, "b: new optional member; client None; server None" },
        { "A new optional member of a closed object breaks servers that refuse it", Closed, ClosedWithB, "b: new optional member; client None; server Wire" },
        { "A removed optional member of an open object breaks nobody", OpenWithB, Open, "b: optional member removed; client None; server None" },
        { "A removed member of a closed object breaks clients that send it", ClosedWithB, Closed, "b: optional member removed; client Wire; server None" },
        { "A removed required member breaks servers that require it", OpenNeedsB, Open, "b: required member removed; client None; server Wire" },
        { "What became required breaks clients that leave it out", OpenWithB, OpenNeedsB, "b: became required; client Wire; server None" },
        { "What became optional breaks servers that require it", OpenNeedsB, OpenWithB, "b: became optional; client None; server Wire" },
        { "An object that was closed breaks clients that send more", Open, Closed, "takes no members but those that it names now; client Wire; server None" },
        { "An object that was opened breaks servers that refuse more", Closed, Open, "takes members that it does not name now; client None; server Wire" },
    };

    public static TheoryData<string, string, string, string> InAnswers => new()
    {
        { "A new optional member breaks nobody", Closed, ClosedWithB, "b: new optional member; client None; server None" },
        { "A new required member breaks servers that do not answer it", Open, OpenNeedsB, "b: new required member; client None; server Wire" },
        { "A removed member breaks clients that read it", OpenNeedsB, Open, "b: required member removed; client Wire; server None" },
        { "A removed optional member breaks clients that read it", OpenWithB, Open, "b: optional member removed; client Wire; server None" },
        { "A removed member of a closed object breaks servers too", ClosedWithB, Closed, "b: optional member removed; client Wire; server Wire" },
        { "What became optional breaks clients that rely on it", OpenNeedsB, OpenWithB, "b: became optional; client Wire; server None" },
        { "What became required breaks servers, and clients when they are compiled", OpenWithB, OpenNeedsB, "b: became required; client Compile; server Wire" },
        { "An object that was opened breaks nobody", Closed, Open, "takes members that it does not name now; client None; server None" },
        { "A member inside a member of a list is named by its path",
            "{type: array, items: {type: object, properties: {a: {type: object, properties: {}}}}}",
            "{type: array, items: {type: object, properties: {a: {type: object, properties: {x: {type: string}}}}}}",
            "[].a.x: new optional member; client None; server None" },
        { "Members of allOf count as its own",
            "{allOf: [{type: object, properties: {a: {type: string}}}]}",
            "{allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}",
            "b: new optional member; client None; server None" },
        { "Other rules on which members go together are told",
            "{type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}",
            "{type: object, properties: {a: {type: string}, b: {type: string}}}",
            "other rules on which members go together; client Wire; server None" },
    };

    [Theory, MemberData(nameof(InRequests))]
    public void In_requests(string sentence, string from, string to, string expected) =>
        Assert.True(expected == Small.Found(Small.InRequests(from), Small.InRequests(to)), $"{sentence}: {Small.Found(Small.InRequests(from), Small.InRequests(to))}");

    [Theory, MemberData(nameof(InAnswers))]
    public void In_answers(string sentence, string from, string to, string expected) =>
        Assert.True(expected == Small.Found(Small.InAnswers(from), Small.InAnswers(to)), $"{sentence}: {Small.Found(Small.InAnswers(from), Small.InAnswers(to))}");

    [Fact]
    public void An_error_is_read_tolerantly_whatever_is_in_it() =>
        Assert.Equal("b: required member removed; client None; server None", Small.Found(Small.InErrors(OpenNeedsB), Small.InErrors(Open)));

    [Fact]
    public void What_no_operation_reaches_breaks_nobody() =>
        Assert.Equal("b: new required member; client None; server None", Small.Found(Small.Nowhere(Open), Small.Nowhere(OpenNeedsB)));

    [Fact]
    public void What_travels_both_ways_breaks_whom_either_way_breaks()
    {
        static string Both(string thing) => Small.InAnswers(thing).Replace("paths: {", "paths: {/more: {post: {operationId: make, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/thing'}}}}, responses: {}}}, ", StringComparison.Ordinal);
        Assert.Equal("b: became required; client Wire; server Wire", Small.Found(Both(OpenWithB), Both(OpenNeedsB)));
        var verdict = Assert.Single(Small.Compare(Both(OpenWithB), Both(OpenNeedsB)).Changes).Verdict;
        Assert.Equal(("it may leave out what is now required (in requests)", "it may leave out what is now required (in answers)"), (verdict.Client.Why, verdict.Server.Why));
    }
}
