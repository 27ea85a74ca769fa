using System.Reflection;

namespace Workshop.Standins.Tests.PublicApi;

/// <summary>Writes types as C# does: keywords, nested names, type arguments and what may be null.</summary>
/// <remarks>
/// A type parameter without a constraint may always be null. The listings show that with a question mark where it
/// stands alone (<c>T? message</c>) and not inside another type (<c>Task&lt;T&gt;</c>), and so does this.
/// </remarks>
internal static class CSharpTypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    public static string Of(Type type) => Of(type, nullability: null);

    public static string Of(NullabilityInfo nullability, NullabilityState state) =>
        Of(nullability.Type, nullability) + Mark(nullability.Type, state);

    /// <summary>The name with the types it is nested in, and its own type parameters or arguments.</summary>
    public static string WithTypeParameters(Type type) =>
        Qualified(type) + Arguments(type.GetGenericArguments().Select(Of));

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability?.ElementType);
        }

        if (type.IsArray)
        {
            return Inner(type.GetElementType()!, nullability?.ElementType) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying);
        }

        var arguments = type.GetGenericArguments()
            .Select((argument, index) => Inner(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(index)));
        return Qualified(type) + Arguments(arguments);
    }

    private static string Inner(Type type, NullabilityInfo? nullability) => Of(type, nullability)
        + (type.IsGenericParameter ? "" : Mark(type, nullability?.ReadState ?? NullabilityState.Unknown));

    private static string Mark(Type type, NullabilityState state)
    {
        var isNullableValue = Nullable.GetUnderlyingType(type) is not null;
        var isNullableReference = !type.IsValueType && state == NullabilityState.Nullable;
        return isNullableValue || isNullableReference ? "?" : "";
    }

    private static string Qualified(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{Qualified(outer)}.{name}" : name;
    }

    private static string Arguments(IEnumerable<string> arguments) =>
        arguments.Any() ? $"<{string.Join(", ", arguments)}>" : "";
}
