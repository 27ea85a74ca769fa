using Google.Protobuf.Reflection;

namespace Workshop.Transcoding;

/// <summary>Which fields of a request a query can have.</summary>
internal static class QueryFields
{
    /// <summary>The fields that neither path nor body has, those of inner messages too. Maps and lists of messages have no place
    /// in a query.</summary>
    /// <param name="request">The message.</param>
    /// <param name="taken">The fields that path and body have.</param>
    public static IEnumerable<(string Path, FieldDescriptor Field)> Of(MessageDescriptor request, HashSet<string> taken) =>
        Below(request, "", taken, []);

    /// <summary>A field by its path, such as <c>file.file_id</c>.</summary>
    public static FieldDescriptor Find(MessageDescriptor request, string path)
    {
        var names = path.Split('.');
        var message = names[..^1].Aggregate(request, (message, name) => message.FindFieldByName(name).MessageType);
        return message.FindFieldByName(names[^1]);
    }

    private static IEnumerable<(string Path, FieldDescriptor Field)> Below(
        MessageDescriptor message, string prefix, HashSet<string> taken, MessageDescriptor[] above)
    {
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            var path = prefix + field.Name;
            if (taken.Contains(path))
            {
                continue;
            }

            if (field.FieldType is not FieldType.Message || WellKnownSchemas.IsText(field.MessageType))
            {
                yield return (path, field);
            }
            // A message in itself could go on for ever.
            else if (!field.IsRepeated && !WellKnownSchemas.IsKnown(field.MessageType)
                && field.MessageType != message && !above.Contains(field.MessageType))
            {
                foreach (var inner in Below(field.MessageType, path + ".", taken, [.. above, message]))
                {
                    yield return inner;
                }
            }
        }
    }
}
