using System.Reflection;
using System.Runtime.CompilerServices;

namespace OpenPayments.House.Tests;

/// <summary>The public members of an assembly that people wrote or that stand in for it: what the compiler adds to a record is left out.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Types(string assembly) => Assembly.Load(assembly).GetExportedTypes().Where(type => !IsMade(type));

    /// <summary>Methods without accessors, operators and what a base type or an interface from outside demands.</summary>
    public static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(Declared).Where(method => !method.IsSpecialName && !IsMade(method) && method.Name[0] != '<' && !IsDemanded(method));

    public static IEnumerable<ConstructorInfo> Constructors(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) ? [] : type.GetConstructors(Declared).Where(constructor => !IsMade(constructor));

    public static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(Declared).Where(property => !IsMade(property));

    public static IEnumerable<ParameterInfo> Parameters(Type type) =>
        Methods(type).SelectMany(method => method.GetParameters()).Concat(Constructors(type).SelectMany(constructor => constructor.GetParameters()));

    /// <summary>Every type that a member's signature names, with the member's name; what stands inside a generic type counts.</summary>
    public static IEnumerable<(string Member, Type Type)> Signatures(Type type) =>
        Methods(type).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Select(named => (Name(method), named)))
            .Concat(Constructors(type).SelectMany(constructor => constructor.GetParameters().Select(parameter => (Name(constructor), parameter.ParameterType))))
            .Concat(Properties(type).Select(property => (Name(property), property.PropertyType)))
            .Concat(type.GetFields(Declared).Where(field => !field.IsSpecialName).Select(field => (Name(field), field.FieldType)))
            .SelectMany(signature => WithArguments(signature.Item2).Select(named => (signature.Item1, named)));

    public static string Name(MemberInfo member) => $"{Name(member.DeclaringType!)}.{member.Name}";

    public static string Name(Type type) => type.FullName is { } name ? name["OpenPayments.".Length..].Replace('+', '.').Split('[')[0] : type.Name;

    private static IEnumerable<Type> WithArguments(Type type) =>
        (type.HasElementType ? WithArguments(type.GetElementType()!) : type.GetGenericArguments().SelectMany(WithArguments)).Prepend(type);

    private static bool IsMade(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not PropertyInfo
        || typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(member as Type ?? member.DeclaringType);

    private static bool IsDemanded(MethodInfo method)
    {
        if (method.GetBaseDefinition().DeclaringType != method.DeclaringType) return true;
        if (method.DeclaringType!.IsInterface) return false;
        return method.DeclaringType.GetInterfaces().Where(demand => demand.Assembly != method.DeclaringType.Assembly)
            .Any(demand => method.DeclaringType.GetInterfaceMap(demand).TargetMethods.Contains(method));
    }
}
