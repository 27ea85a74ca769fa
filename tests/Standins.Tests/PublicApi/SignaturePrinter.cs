using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workshop.Standins.Tests.PublicApi;

/// <summary>Prints one member as C# declares it; null for one that others cannot see.</summary>
internal static class SignaturePrinter
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string? Print(FieldInfo field)
    {
        if (!(field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
        {
            return null;
        }

        var modifiers = field switch
        {
            { IsLiteral: true } => "const ",
            { IsStatic: true, IsInitOnly: true } => "static readonly ",
            { IsStatic: true } => "static ",
            { IsInitOnly: true } => "readonly ",
            _ => "",
        };
        var nullability = Nullability.Create(field);
        var value = field.IsLiteral
            ? $" = {ParameterPrinter.Literal(field.GetRawConstantValue(), field.FieldType)}"
            : "";
        return $"{(field.IsPublic ? "public" : "protected")} {modifiers}"
            + $"{CSharpTypeName.Of(nullability, nullability.ReadState)} {field.Name}{value}";
    }

    public static string? Print(ConstructorInfo constructor)
    {
        var name = constructor.DeclaringType!.Name.Split('`')[0];
        return Visibility(constructor) is { } visibility && !constructor.IsStatic
            ? $"{visibility} {name}({ParameterPrinter.Print(constructor)})"
            : null;
    }

    public static string? Print(PropertyInfo property)
    {
        var getter = property.GetMethod is { } get && Visibility(get) is not null ? get : null;
        var setter = property.SetMethod is { } set && Visibility(set) is not null ? set : null;
        if ((getter ?? setter) is not { } accessor)
        {
            return null;
        }

        var nullability = Nullability.Create(property);
        var type = CSharpTypeName.Of(nullability, getter is null ? nullability.WriteState : nullability.ReadState);
        var name = property.GetIndexParameters().Length == 0
            ? property.Name
            : $"this[{ParameterPrinter.Print(accessor)}]";
        var setterText = setter is null ? "" : IsInit(setter) ? "init; " : "set; ";
        return $"{Visibility(accessor)} {Modifiers(accessor)}{type} {name} "
            + $"{{ {(getter is null ? "" : "get; ")}{setterText}}}";
    }

    public static string? Print(EventInfo occurrence)
    {
        var add = occurrence.AddMethod!;
        var type = CSharpTypeName.Of(occurrence.EventHandlerType!);
        return Visibility(add) is { } visibility
            ? $"{visibility} {Modifiers(add)}event {type} {occurrence.Name}"
            : null;
    }

    public static string? Print(MethodInfo method)
    {
        if (Visibility(method) is not { } visibility)
        {
            return null;
        }

        var typeParameters = method.GetGenericArguments();
        var name = typeParameters.Length == 0
            ? method.Name
            : $"{method.Name}<{string.Join(", ", typeParameters.Select(CSharpTypeName.Of))}>";
        // An override takes over the constraints, and C# does not repeat them.
        var constraints = Modifiers(method) == "override " ? "" : PrintConstraints(typeParameters);
        return $"{visibility} {Modifiers(method)}{Print(method, name)}{constraints}";
    }

    public static string Print(MethodInfo method, string name)
    {
        var nullability = Nullability.Create(method.ReturnParameter);
        return $"{CSharpTypeName.Of(nullability, nullability.ReadState)} {name}({ParameterPrinter.Print(method)})";
    }

    public static string PrintConstraints(IEnumerable<Type> typeParameters) => string.Concat(
        from parameter in typeParameters
        let constraints = string.Join(", ", Constraints(parameter))
        where constraints.Length > 0
        select $" where {parameter.Name} : {constraints}");

    private static IEnumerable<string> Constraints(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct || attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return isStruct ? "struct" : "class";
        }

        foreach (var type in parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)))
        {
            yield return CSharpTypeName.Of(type);
        }

        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }
    }

    private static string? Visibility(MethodBase method) => method switch
    {
        { IsPublic: true } => "public",
        { IsFamily: true } or { IsFamilyOrAssembly: true } => "protected",
        _ => null,
    };

    private static string Modifiers(MethodInfo method)
    {
        // The listings leave out what goes without saying of an interface's members.
        if (method.DeclaringType!.IsInterface)
        {
            return method.IsStatic ? "static " : "";
        }

        return method switch
        {
            { IsStatic: true } => "static ",
            _ when method.GetBaseDefinition() != method => "override ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
