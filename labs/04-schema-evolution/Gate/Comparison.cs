using Google.Protobuf.Reflection;

namespace Workshop.Evolution.Gate;

/// <summary>A file of both releases.</summary>
internal sealed record FileChange(FileDescriptorProto Before, FileDescriptorProto After);

/// <summary>Two releases of a contract, side by side.</summary>
internal sealed class Comparison(Contract before, Contract after)
{
    public Contract Before => before;

    public Contract After => after;

    /// <summary>The files that both have, by their path.</summary>
    public IEnumerable<FileChange> KeptFiles() => before.Files.Values
        .Where(file => after.Files.ContainsKey(file.Name))
        .Select(file => new FileChange(file, after.Files[file.Name]));

    /// <summary>What both have, by its full name.</summary>
    public static IEnumerable<(TEntry Before, TEntry After)> Kept<TEntry>(Dictionary<string, TEntry> before, Dictionary<string, TEntry> after) =>
        before.Where(entry => after.ContainsKey(entry.Key)).Select(entry => (entry.Value, after[entry.Key]));

    public IEnumerable<(MessageEntry Before, MessageEntry After)> KeptMessages() => Kept(before.Messages, after.Messages);

    public IEnumerable<(EnumEntry Before, EnumEntry After)> KeptEnums() => Kept(before.Enums, after.Enums);

    public IEnumerable<(ServiceEntry Before, ServiceEntry After)> KeptServices() => Kept(before.Services, after.Services);

    public IEnumerable<FieldChange> KeptFields() => Fields().Where(field => field.After is not null);

    public IEnumerable<FieldChange> DeletedFields() => Fields().Where(field => field.After is null);

    private IEnumerable<FieldChange> Fields() => KeptMessages().SelectMany(message => message.Before.Proto.Field.Select(field => new FieldChange(
        message.After.File.Name,
        message.Before,
        message.After,
        field,
        message.After.Proto.Field.FirstOrDefault(now => now.Number == field.Number))));
}
