using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workshop.Standins.Tests.PublicApi;

/// <summary>Prints the parameters of a member, with their default values, as C# declares them.</summary>
internal static class ParameterPrinter
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Print(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return string.Join(", ", method.GetParameters()
            .Where(parameter => parameter.Name != "value" || !method.Name.StartsWith("set_", StringComparison.Ordinal))
            .Select(parameter => Print(parameter, isThis: isExtension && parameter.Position == 0)));
    }

    public static string Literal(object? value, Type type) => value switch
    {
        null when type.IsValueType && Nullable.GetUnderlyingType(type) is null => "default",
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Print(ParameterInfo parameter, bool isThis)
    {
        var prefix = parameter switch
        {
            _ when isThis => "this ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ => "",
        };
        var nullability = Nullability.Create(parameter);
        var value = parameter.HasDefaultValue
            ? $" = {Literal(parameter.RawDefaultValue, parameter.ParameterType)}"
            : "";
        return $"{prefix}{CSharpTypeName.Of(nullability, nullability.WriteState)} {parameter.Name}{value}";
    }
}
