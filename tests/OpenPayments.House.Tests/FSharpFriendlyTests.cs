using System.Reflection;
using System.Runtime.CompilerServices;
using static OpenPayments.House.Tests.PublicApi;

namespace OpenPayments.House.Tests;

/// <summary>The public API of the libraries has nothing in it that reads badly, or not at all, from F#.</summary>
public class FSharpFriendlyTests
{
    /// <summary>Members that may break a rule, each with the reason why.</summary>
    private static readonly Dictionary<string, string> Justified = new()
    {
        ["Flow.Values.ValueList.Of"] = "C#'s collection expressions call it; F# has OfSeq",
        ["Client.CanonicalJson.Canonicalize"] = "bytes of any buffer, without a copy; an F# byte[] converts by itself",
        ["Client.ContentDigest.Sha512"] = "bytes of any buffer, without a copy; an F# byte[] converts by itself",
        ["Client.ContentDigest.Matches"] = "bytes of any buffer, without a copy; an F# byte[] converts by itself",
    };

    private static readonly HashSet<string> Keywords =
    [
        .. ("abstract and as assert base begin class default delegate do done downcast downto elif else end exception extern false finally fixed for fun function global " +
            "if in inherit inline interface internal lazy let match member module mutable namespace new not null of open or override private public rec return select sig static " +
            "struct then to true try type upcast use val void when while with yield " +
            "break checked component const constraint continue event external include mixin parallel process protected pure sealed tailcall trait virtual").Split(' '),
    ];

    public static TheoryData<string> Libraries => ["OpenPayments.Generated", "OpenPayments.Flow", "OpenPayments.Client"];

    [Theory, MemberData(nameof(Libraries))]
    public void Nothing_is_passed_by_reference(string library) =>
        Holds(library, "out, ref and in parameters", type => Signatures(type).Where(signature => signature.Type.IsByRef).Select(signature => signature.Member));

    [Theory, MemberData(nameof(Libraries))]
    public void Nothing_lives_on_the_stack_alone(string library) =>
        Holds(library, "spans and pointers", type => Signatures(type).Where(signature => signature.Type.IsByRefLike || signature.Type.IsPointer).Select(signature => signature.Member));

    [Theory, MemberData(nameof(Libraries))]
    public void Nothing_is_a_tuple(string library) =>
        Holds(library, "tuples", type => Signatures(type).Where(signature => typeof(ITuple).IsAssignableFrom(signature.Type)).Select(signature => signature.Member));

    [Theory, MemberData(nameof(Libraries))]
    public void What_takes_time_is_a_task(string library) =>
        Holds(library, "ValueTask", type => Signatures(type).Where(signature => signature.Type.FullName?.StartsWith("System.Threading.Tasks.ValueTask", StringComparison.Ordinal) == true).Select(signature => signature.Member));

    [Theory, MemberData(nameof(Libraries))]
    public void Nothing_is_dynamic(string library) =>
        Holds(library, "dynamic", type => Parameters(type).Where(parameter => parameter.IsDefined(typeof(DynamicAttribute))).Select(parameter => Name(parameter.Member))
            .Concat(Properties(type).Where(property => property.IsDefined(typeof(DynamicAttribute))).Select(Name)));

    [Theory, MemberData(nameof(Libraries))]
    public void A_function_takes_at_most_two_arguments(string library) =>
        Holds(library, "functions of three and more", type => Signatures(type).Where(signature => ArgumentsOf(signature.Type) > 2).Select(signature => signature.Member));

    [Theory, MemberData(nameof(Libraries))]
    public void A_name_means_one_method(string library) =>
        Holds(library, "overloads", type => Methods(type).GroupBy(method => method.Name).Where(set => set.Count() > 1).Select(set => Name(set.First()))
            .Concat(Constructors(type).Skip(1).Select(Name)));

    [Theory, MemberData(nameof(Libraries))]
    public void No_name_is_a_keyword_of_FSharp(string library) =>
        Holds(library, "keywords", type => Parameters(type).Where(parameter => Keywords.Contains(parameter.Name!)).Select(parameter => $"{Name(parameter.Member)}({parameter.Name})")
            .Concat(Methods(type).Cast<MemberInfo>().Concat(Properties(type)).Where(member => Keywords.Contains(member.Name)).Select(Name)));

    [Theory, MemberData(nameof(Libraries))]
    public void Either_is_what_a_function_returns_and_the_only_type_of_LanguageExt(string library) =>
        Holds(library, "LanguageExt in data", type => Methods(type).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Where(HoldsEither).Select(_ => Name(method)))
            .Concat(Properties(type).Where(property => HoldsEither(property.PropertyType)).Select(Name))
            .Concat(Signatures(type).Where(signature => IsLanguageExt(signature.Type) && !IsEither(signature.Type)).Select(signature => signature.Member)));

    [Theory, InlineData("OpenPayments.Generated"), InlineData("OpenPayments.Flow")]
    public void A_sum_is_closed(string library) =>
        Holds(library, "records that others may derive from", type => type is { IsClass: true, IsAbstract: true, IsSealed: false }
            ? type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(constructor => (constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly) && !constructor.IsDefined(typeof(CompilerGeneratedAttribute))).Select(Name)
            : IsRecord(type) && !type.IsSealed ? [Name(type)] : []);

    [Fact]
    public void Every_justified_exception_is_still_needed() =>
        Repository.Expect("justified, but no longer there", Justified.Keys.Except(Libraries.SelectMany(library => Types(library.Data)).SelectMany(Methods).Select(Name)));

    private static void Holds(string library, string what, Func<Type, IEnumerable<string>> violations) =>
        Repository.Expect($"{library} has {what} in its public API", Types(library).SelectMany(violations).Distinct().Where(member => !Justified.ContainsKey(member)));

    private static int ArgumentsOf(Type type) =>
        !typeof(Delegate).IsAssignableFrom(type) || !type.IsGenericType ? 0
        : type.GetGenericArguments().Length - (type.FullName?.StartsWith("System.Func`", StringComparison.Ordinal) == true || type.Name.StartsWith("Func`", StringComparison.Ordinal) ? 1 : 0);

    /// <summary>Anywhere but as the result of a function.</summary>
    private static bool HoldsEither(Type type) =>
        IsEither(type) || (type.IsGenericType && (typeof(Delegate).IsAssignableFrom(type) ? type.GetGenericArguments()[..^1] : type.GetGenericArguments()).Any(HoldsEither));

    private static bool IsEither(Type type) => IsLanguageExt(type) && type.Name.StartsWith("Either`", StringComparison.Ordinal);

    private static bool IsLanguageExt(Type type) => type.Assembly.GetName().Name!.StartsWith("LanguageExt", StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
