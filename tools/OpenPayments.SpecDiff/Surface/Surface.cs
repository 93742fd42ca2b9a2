using System.Reflection;
using System.Text;

namespace OpenPayments.SpecDiff;

/// <summary>The public surface of an assembly as text, one line a member, in a fixed order.</summary>
public static class Surface
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Prints it.</summary>
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(t => !t.IsAssignableTo(typeof(System.Text.Json.Serialization.JsonSerializerContext))).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type));
            if (type.BaseType is { } parent && parent.Assembly == assembly) text.Append(" : ").Append(Name(parent));
            text.Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(line).Append('\n');
        }
        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        // a converter is public for other serializer contexts; its members are the serializer's business
        if (type.IsAssignableTo(typeof(System.Text.Json.Serialization.JsonConverter))) yield break;
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var constant in type.GetFields(own).Where(f => f.IsLiteral)) yield return $"const {constant.Name} = {constant.GetRawConstantValue()}";
        foreach (var constructor in type.GetConstructors(own).Where(c => c.GetParameters().Length > 0)) yield return $"new({Parameters(constructor)})";
        foreach (var property in type.GetProperties(own))
            yield return $"{(property.GetMethod!.IsStatic ? "static " : "")}{(property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) ? "required " : "")}{Typed(property.PropertyType, Nullability.Create(property).ReadState)} {property.Name}{(property.CanWrite ? "" : " (get)")}";
        // what the compiler writes for records is not part of the review
        foreach (var method in type.GetMethods(own).Where(m => !m.IsSpecialName && m.Name is not ("Equals" or "GetHashCode" or "ToString" or "<Clone>$" or "Deconstruct")))
            yield return $"{Typed(method.ReturnType, NullabilityState.NotNull)} {method.Name}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Typed(p.ParameterType, Nullability.Create(p).ReadState)} {p.Name}{(p.HasDefaultValue ? "?" : "")}"));

    private static string Kind(Type type) =>
        type.IsInterface ? "interface" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static" : type.IsAbstract ? "abstract" : "sealed";

    private static string Typed(Type type, NullabilityState state) => Name(type) + (state == NullabilityState.Nullable && Nullable.GetUnderlyingType(type) is null ? "?" : "");

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        if (type.IsGenericParameter) return type.Name;
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType && !type.IsNested ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
