using System.Linq.Expressions;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>What is known of a message: its form in JSON, and its fields by number and by name.</summary>
internal sealed class MessagePlan
{
    private readonly Dictionary<string, FieldPlan> _byName;
    private readonly Func<IMessage> _create;

    public MessagePlan(JsonContract contract, MessageDescriptor descriptor)
    {
        Descriptor = descriptor;
        Kind = KindOf(descriptor);
        Fields = [.. descriptor.Fields.InFieldNumberOrder().Select(field => new FieldPlan(contract, field))];
        _byName = new Dictionary<string, FieldPlan>(contract.PropertyNames);
        foreach (var field in Fields)
        {
            _byName.TryAdd(field.Field.JsonName, field);
        }

        // A JSON name counts before another field's name in the .proto file.
        foreach (var field in Fields)
        {
            _byName.TryAdd(field.Field.Name, field);
        }

        _create = Expression.Lambda<Func<IMessage>>(Expression.New(descriptor.ClrType)).Compile();
    }

    public MessageDescriptor Descriptor { get; }

    public MessageKind Kind { get; }

    /// <summary>The fields in the order of their numbers, which is the order in JSON.</summary>
    public FieldPlan[] Fields { get; }

    /// <summary>Every name that a field has, in JSON or in the .proto file.</summary>
    public IEnumerable<string> FieldNames => _byName.Keys;

    public IMessage CreateMessage() => _create();

    /// <summary>The field of the property name that the reader is at; null if there is none.</summary>
    /// <param name="reader">Is at a property name.</param>
    /// <param name="expected">Where in <see cref="Fields"/> it probably is; becomes the place after it.</param>
    public FieldPlan? FindField(ref Utf8JsonReader reader, ref int expected)
    {
        // Most clients send the fields in order, so the search starts after the last one.
        for (var index = expected; index < Fields.Length; index++)
        {
            if (reader.ValueTextEquals(Fields[index].JsonName))
            {
                expected = index + 1;
                return Fields[index];
            }
        }

        return _byName.GetValueOrDefault(reader.GetString()!);
    }

    public FieldPlan? FindField(string name) => _byName.GetValueOrDefault(name);

    public FieldPlan PlanOf(FieldDescriptor field) => Fields.Single(plan => plan.Field == field);

    private static MessageKind KindOf(MessageDescriptor descriptor) => descriptor.FullName switch
    {
        "google.protobuf.Timestamp" or "google.protobuf.Duration" or "google.protobuf.FieldMask" => MessageKind.Text,
        "google.protobuf.Struct" => MessageKind.Struct,
        "google.protobuf.Value" => MessageKind.Value,
        "google.protobuf.ListValue" => MessageKind.List,
        "google.protobuf.Any" => MessageKind.Any,
        _ when ValueShape.IsWrapper(descriptor) => MessageKind.Wrapper,
        _ => MessageKind.Fields,
    };
}
