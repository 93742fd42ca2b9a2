using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>From OpenAPI 3.1 documents to one OpenAPI 3.0 document that NSwag prints well: these steps, in this order.</summary>
public static class Pipeline
{
    /// <summary>The steps. Each may rely on what the ones above it have done.</summary>
    public static IReadOnlyList<ITransformation> Steps { get; } =
    [
        new Workflows(),        // Arazzo documents              -> left out
        new SplitFiles(),       // a $ref into another file      -> the schema itself, copied in
        new SharedParts(),      // $ref to parameters, responses -> themselves, in each operation
        new TokenUse(),         // security, Signature header    -> x-op-auth: none, optional, required
        new ErrorCodes(),       // codes of error responses      -> one list of constants
        new Noise(),            // what C# does not need         -> gone
        new OneValue(),         // const: x                      -> enum: [x]
        new Nullability(),      // type: [T, 'null'] and the like-> nullable: true
        new Enumerations(),     // enum of texts; of numbers     -> named; a number
        new PresenceRules(),    // anyOf of bare required: [x]   -> gone
        new CommonMembers(),    // members beside oneOf, anyOf   -> in each case
        new SingleCases(),      // oneOf, anyOf, allOf of one    -> that one, but for lists
        new AllOf(),            // allOf                         -> one flat object
        new References(),       // $ref to a scalar, array, map  -> itself; siblings of a $ref are kept
        new Numbers(),          // string with format uint64     -> integer written as a string
        new Maps(),             // object without properties     -> map of anything
        new Closed(),           // no additionalProperties       -> false
        new Unreachable(),      // schemas nothing uses          -> gone
        new TypeNames(),        // names of the document         -> names of C#
        new Hoisting(),         // inline object, enum, union    -> named schema
        new Servers(),          // one document a server         -> one document
        new ErrorShape(),       // error bodies of all servers   -> one tolerant ErrorResponse
        new Formats(),          // names.json "format:"          -> the format that the document forgot
        new Leniency(),         // names.json "lenient:"         -> a required member that real servers leave out
        new Secrets(),          // names.json "secret:"          -> members that must not be printed
        new Literals(),         // names and values              -> as C# writes them between quotes
        new Answers(),          // schemas in 2xx responses      -> noted: a newer server may answer more cases
        new Unions(),           // oneOf, anyOf                  -> abstract base, cases, how to recognise each, and the unknown one
        new MemberNames(),      // names that C# would not take  -> ones that it does
        new Unreachable(),
        new Siblings(),         // $ref with siblings            -> oneOf of one, as OpenAPI 3.0 wants it
        new TypeList(),         // all of the above              -> the JSON context's list of types
    ];

    /// <summary>Runs the steps and returns the document for NSwag.</summary>
    public static JsonObject Run(SpecSet specs)
    {
        foreach (var step in Steps) step.Apply(specs);
        return specs.Merged;
    }
}
