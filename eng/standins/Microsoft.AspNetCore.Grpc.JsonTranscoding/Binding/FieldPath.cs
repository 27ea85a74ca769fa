using Google.Protobuf;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;

/// <summary>A field of a request, or of a message in it: <c>user.address.city</c>.</summary>
internal sealed class FieldPath(IReadOnlyList<FieldPlan> fields)
{
    public FieldPlan Field => fields[^1];

    /// <summary>Whether it is the other field, or within it.</summary>
    public bool IsWithin(FieldPath other) => fields.Count >= other.Length
        && other.Fields.Select((field, index) => field == fields[index]).All(isSame => isSame);

    private int Length => fields.Count;

    private IEnumerable<FieldPlan> Fields => fields;

    /// <summary>The message that has the field. Messages on the way are made if they are not there.</summary>
    public IMessage MessageOf(IMessage root)
    {
        var message = root;
        for (var index = 0; index < fields.Count - 1; index++)
        {
            var field = fields[index];
            if (field.Accessor.GetValue(message) is not IMessage inner)
            {
                inner = field.Value.Message.CreateMessage();
                field.Accessor.SetValue(message, inner);
            }

            message = inner;
        }

        return message;
    }

    /// <summary>Finds a field by the names in the .proto file alone.</summary>
    public static FieldPath? FindByOriginalNames(MessagePlan root, string path) =>
        Find(root, path, (plan, name) => plan.Descriptor.FindFieldByName(name) is { } field ? plan.PlanOf(field) : null);

    /// <summary>Finds a field by the names in JSON, or else those in the .proto file.</summary>
    public static FieldPath? FindByAnyNames(MessagePlan root, string path) =>
        Find(root, path, (plan, name) => plan.FindField(name));

    private static FieldPath? Find(MessagePlan root, string path, Func<MessagePlan, string, FieldPlan?> find)
    {
        // Names have no dot, so most paths are one name.
        if (!path.Contains('.'))
        {
            return find(root, path) is { } single ? new FieldPath([single]) : null;
        }

        var fields = new List<FieldPlan>();
        var message = root;
        foreach (var name in path.Split('.'))
        {
            if (message?.Kind != MessageKind.Fields || find(message, name) is not { } field)
            {
                return null;
            }

            fields.Add(field);
            message = field is { Field.IsRepeated: false, Value.Kind: ValueKind.Message } ? field.Value.Message : null;
        }

        return new FieldPath(fields);
    }
}
