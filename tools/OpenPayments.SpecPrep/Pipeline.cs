using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>From OpenAPI 3.1 documents to one OpenAPI 3.0 document that NSwag prints well: these steps, in this order.</summary>
public static class Pipeline
{
    /// <summary>The steps. Each may rely on what the ones above it have done.</summary>
    public static IReadOnlyList<ITransformation> Steps { get; } =
    [
        new WellFormed(),       // true, false, slips            -> schemas; or an error at their place
        new Discriminators(),   // what tells cases apart         -> written into them; a base with cases is a union of these
        new Files(),            // Arazzo; a $ref into another file -> left out; the schema itself, copied in
        new SharedParts(),      // $ref to parameters, responses  -> themselves, in each operation; and whether it takes a token
        new Successes(),        // several statuses, media types  -> one body, and whether there may be none
        new Noise(),            // what C# does not need          -> gone; error codes are gathered
        new Dialect(),          // const, type: [T, 'null']       -> enum of one, nullable: true
        new Validations(),      // limits, patterns               -> wide integers, open objects
        new Enumerations(),     // enum of numbers                -> a number
        new Choices(),          // several cases that are texts   -> one: an enumeration, a text; so with numbers
        new Alternatives(),     // members beside oneOf, anyOf    -> in each case; a rule on members is gone
        new SingleCases(),      // oneOf, anyOf, allOf of one     -> that one, but for lists
        new AllOf(),            // allOf                          -> one flat object
        new References(),       // $ref to a scalar, array, map   -> itself; siblings of a $ref are kept
        new Kinds(),            // strings, objects               -> numbers written as strings, maps, closed objects
        new Unreachable(),      // schemas nothing uses           -> gone
        new TypeNames(),        // names; inline types            -> names of C#; named schemas
        new Servers(),          // one document a server          -> one document, one error body
        new Hints(),            // names.json                     -> forgotten formats, leniency, secrets
        new ValueNames(),       // values of enumerations         -> names of C#
        new Literals(),         // names and values               -> as C# writes them between quotes
        new Unions(),           // oneOf, anyOf                   -> abstract base, cases, how to recognise each, and the unknown one
        new MemberNames(),      // names that C# would not take   -> ones that it does
        new Unreachable(),
        new Finish(),           // all of the above               -> as NSwag and the templates read it
    ];

    /// <summary>Runs the steps and returns the document for NSwag.</summary>
    public static JsonObject Run(SpecSet specs)
    {
        foreach (var step in Steps) step.Apply(specs);
        return specs.Merged;
    }
}
