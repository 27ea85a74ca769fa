using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workshop.Standins.Tests.PublicApi;

/// <summary>Prints what an assembly offers to others, in the form of the files in listings/.</summary>
/// <remarks>
/// Types in the order of their names; members as declared: fields, constructors, properties, events, methods. The
/// listings do not tell variance and attributes, and neither does this.
/// </remarks>
internal static class ApiPrinter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Print(Assembly assembly)
    {
        var name = assembly.GetName();
        var token = Convert.ToHexStringLower(name.GetPublicKeyToken()!);
        yield return $"# {name.Name} — assembly version {name.Version}, public key token {token}";
        foreach (var space in assembly.GetExportedTypes().GroupBy(type => type.Namespace)
            .OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            yield return "";
            yield return $"namespace {space.Key}";
            yield return "";
            foreach (var line in space.OrderBy(CSharpTypeName.WithTypeParameters, StringComparer.Ordinal)
                .SelectMany(PrintType))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> PrintType(Type type)
    {
        if (type.IsEnum)
        {
            return [PrintEnum(type)];
        }

        if (type.BaseType == typeof(MulticastDelegate))
        {
            var invoke = type.GetMethod("Invoke")!;
            return [$"public delegate {SignaturePrinter.Print(invoke, CSharpTypeName.WithTypeParameters(type))}"
                + SignaturePrinter.PrintConstraints(type.GetGenericArguments())];
        }

        var members = type.GetFields(Declared).Where(field => !field.IsSpecialName).Select(SignaturePrinter.Print)
            .Concat(type.GetConstructors(Declared).Select(SignaturePrinter.Print))
            .Concat(type.GetProperties(Declared).Select(SignaturePrinter.Print))
            .Concat(type.GetEvents(Declared).Select(SignaturePrinter.Print))
            .Concat(type.GetMethods(Declared).Where(IsNoAccessor).Select(SignaturePrinter.Print));
        return [PrintHead(type), .. members.OfType<string>().Select(member => "    " + member)];
    }

    private static string PrintEnum(Type type)
    {
        var values = Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            .Select(value => $"{Enum.GetName(type, value)} = {value}");
        var flags = type.IsDefined(typeof(FlagsAttribute)) ? " [Flags]" : "";
        return $"public enum {CSharpTypeName.Of(type)}{flags} {{ {string.Join(", ", values)} }}";
    }

    private static string PrintHead(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsByRefLike: true } => "ref struct",
            { IsValueType: true } when type.IsDefined(typeof(IsReadOnlyAttribute)) => "readonly struct",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var baseType = type.BaseType is { } candidate && candidate != typeof(object) && candidate != typeof(ValueType)
            ? candidate
            : null;
        var interfaces = type.GetInterfaces().Except(baseType?.GetInterfaces() ?? []);
        var bases = string.Join(", ", (baseType is null ? [] : new[] { baseType }).Concat(interfaces)
            .Select(CSharpTypeName.Of));
        return $"public {kind} {CSharpTypeName.WithTypeParameters(type)}{(bases.Length == 0 ? "" : $" : {bases}")}"
            + SignaturePrinter.PrintConstraints(type.GetGenericArguments());
    }

    private static bool IsNoAccessor(MethodInfo method) =>
        !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);
}
