using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Workshop.Standins.Tests.GoogleApiCommonProtos;

/// <summary>Prints the .proto files that an assembly was generated from, in the form of the files in listings/.</summary>
internal sealed class ProtoPrinter(Assembly assembly)
{
    /// <summary>Each file as its lines.</summary>
    public IEnumerable<string[]> PrintFiles() =>
        from type in assembly.GetExportedTypes()
        let descriptor = type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)
        where descriptor?.PropertyType == typeof(FileDescriptor)
        select Print((FileDescriptor)descriptor.GetValue(null)!, type).ToArray();

    private IEnumerable<string> Print(FileDescriptor file, Type reflection)
    {
        var proto = file.ToProto();
        var lines = file.Dependencies.Select(dependency => $"import {dependency.Name}")
            .Concat(file.Extensions.UnorderedExtensions.Select(PrintExtension))
            .Concat(file.MessageTypes.SelectMany(Print))
            .Concat(file.EnumTypes.SelectMany(Print));
        return
        [
            $"{file.Name} — {proto.Syntax}, package {file.Package}, C# namespace {proto.Options.CsharpNamespace}, "
                + $"descriptor {reflection.Name}.Descriptor",
            .. lines.Select(Indent),
        ];
    }

    private string PrintExtension(FieldDescriptor extension)
    {
        var field = assembly.GetExportedTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Single(field => typeof(Extension).IsAssignableFrom(field.FieldType) && field.GetValue(null) == extension.Extension);
        return $"extend {extension.ExtendeeType.FullName}: {Print(extension)} (C# {field.DeclaringType!.Name}.{field.Name})";
    }

    private static IEnumerable<string> Print(MessageDescriptor message) =>
    [
        $"message {message.FullName} (C# {CSharpName(message.ClrType)})",
        .. message.Fields.InDeclarationOrder().Select(Print)
            .Concat(message.NestedTypes.Where(nested => nested.GetOptions()?.MapEntry != true).SelectMany(Print))
            .Concat(message.EnumTypes.SelectMany(Print)).Select(Indent),
    ];

    private static IEnumerable<string> Print(EnumDescriptor type) =>
    [
        $"enum {type.FullName} (C# {CSharpName(type.ClrType)})",
        .. type.Values.Select(value => Indent($"{value.Name} = {value.Number} (C# {CSharpName(value)})")),
    ];

    private static string Print(FieldDescriptor field)
    {
        var label = field switch
        {
            { IsMap: true } => "",
            { IsRepeated: true } => "repeated ",
            { ContainingType: not null, HasPresence: true, RealContainingOneof: null, FieldType: not FieldType.Message } => "optional ",
            _ => "",
        };
        var oneof = field.RealContainingOneof is { } pattern ? $" (oneof {pattern.Name})" : "";
        var deprecated = field.GetOptions()?.Deprecated == true ? " deprecated" : "";
        return $"{field.Name} = {field.FieldNumber}: {label}{TypeName(field)}{oneof}{deprecated}";
    }

    private static string TypeName(FieldDescriptor field) => field switch
    {
        { IsMap: true } => $"map<{TypeName(field.MessageType.FindFieldByNumber(1))}, {TypeName(field.MessageType.FindFieldByNumber(2))}>",
        { FieldType: FieldType.Message } => field.MessageType.FullName,
        { FieldType: FieldType.Enum } => field.EnumType.FullName,
        _ => $"{field.FieldType}".ToLowerInvariant(),
    };

    private static string CSharpName(EnumValueDescriptor value) => value.EnumDescriptor.ClrType
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Single(field => field.GetCustomAttribute<OriginalNameAttribute>()!.Name == value.Name).Name;

    private static string CSharpName(Type type) => type.FullName!.Replace('+', '.');

    private static string Indent(string line) => $"    {line}";
}
