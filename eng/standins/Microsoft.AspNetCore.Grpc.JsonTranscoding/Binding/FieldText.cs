using System.Collections;
using Google.Protobuf;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;

/// <summary>Sets fields from text: a part of the path, or a parameter of the query.</summary>
internal static class FieldText
{
    /// <summary>Whether a field of this kind can be text.</summary>
    public static bool CanBe(FieldPlan field) => field.Key is null
        && (field.Value.Kind != ValueKind.Message || field.Value.Message.Kind == MessageKind.Text);

    /// <exception cref="InvalidRequestException">The text is no value of the field.</exception>
    public static void Set(IMessage root, FieldPath path, string text)
    {
        var value = Parse(path.Field, text);
        path.Field.Accessor.SetValue(path.MessageOf(root), value);
    }

    /// <exception cref="InvalidRequestException">A text is no value of the field.</exception>
    public static void Add(IMessage root, FieldPath path, IEnumerable<string?> texts)
    {
        var list = (IList)path.Field.Accessor.GetValue(path.MessageOf(root));
        foreach (var text in texts)
        {
            list.Add(Parse(path.Field, text ?? ""));
        }
    }

    private static object Parse(FieldPlan field, string text) => CanBe(field)
        ? Parse(field.Value, text) ?? throw new InvalidRequestException(
            $"'{text}' is no value of the field '{field.Field.Name}', which is of type {TypeOf(field)}.")
        : throw new InvalidRequestException(
            $"The field '{field.Field.Name}' is a message or a map, and cannot be set from the path or the query.");

    private static object? Parse(ValueShape shape, string text) => shape.Kind switch
    {
        ValueKind.String => text,
        ValueKind.Bool => bool.TryParse(text, out var flag) ? flag : null,
        ValueKind.Bytes => Convert.TryFromBase64String(text, new byte[text.Length], out _)
            ? ByteString.FromBase64(text)
            : null,
        ValueKind.Enum => ParseEnum(shape.Names!, text),
        ValueKind.Null => Google.Protobuf.WellKnownTypes.NullValue.NullValue,
        ValueKind.Wrapper => Parse(shape.Wrapped!, text),
        ValueKind.Message => MessageReader.ReadText(text, shape.Message),
        _ => NumberText.TryParse(text, shape.Kind, out var number) ? number : null,
    };

    private static object? ParseEnum(EnumNames names, string text) =>
        !NumberText.TryParse(text, ValueKind.Int32, out var number) ? names.NumberOf(text)
        : names.IsDefined((int)number) ? number
        : null;

    private static string TypeOf(FieldPlan field) => field.Value.Kind switch
    {
        ValueKind.Enum => field.Field.EnumType.FullName,
        ValueKind.Message or ValueKind.Wrapper => field.Field.MessageType.FullName,
        _ => field.Field.FieldType.ToString().ToLowerInvariant(),
    };
}
