using Google.Protobuf.Reflection;

namespace Workshop.Evolution.Gate;

/// <summary>Rules about files, packages and messages as a whole.</summary>
internal static class FileAndMessageRules
{
    public static readonly Rule[] All =
    [
        new("FILE_NO_DELETE", Category.File, FindDeletedFiles),
        new("PACKAGE_NO_DELETE", Category.Package, FindDeletedPackages),
        OnFiles("FILE_SAME_PACKAGE", Rule.All, file => file.Package, "Keep the package: it is part of each call's path and of each Any."),
        OnFiles("FILE_SAME_SYNTAX", Rule.Source, file => file.Syntax, "Keep the syntax, or set the features that keep its defaults."),
        OnFiles("FILE_SAME_CSHARP_NAMESPACE", Rule.Source, file => file.Options?.CsharpNamespace ?? "", "Keep the namespace: C# that uses it does not compile otherwise."),
        .. Deletion("MESSAGE", comparison => Deleted(comparison.Before.Messages.Values, comparison.After.Messages.Values, entry => (entry.File, entry.Name))),
        .. Deletion("ENUM", comparison => Deleted(comparison.Before.Enums.Values, comparison.After.Enums.Values, entry => (entry.File, entry.Name))),
        .. Deletion("SERVICE", comparison => Deleted(comparison.Before.Services.Values, comparison.After.Services.Values, entry => (entry.File, entry.Name))),
        new("MESSAGE_SAME_REQUIRED_FIELDS", Rule.All, FindRequired),
        new("ONEOF_NO_DELETE", Rule.Source, FindDeletedOneofs),
        new("RESERVED_MESSAGE_NO_DELETE", Rule.All, FindDeletedReserves),
    ];

    private static Rule OnFiles(string id, Category categories, Func<FileDescriptorProto, string> value, string remedy) =>
        new(id, categories, comparison => comparison.KeptFiles()
            .Where(file => value(file.Before) != value(file.After))
            .Select(file => new Violation(file.After.Name, file.After.Name, $"changed from '{value(file.Before)}' to '{value(file.After)}'.", remedy)));

    private static IEnumerable<Violation> FindDeletedFiles(Comparison comparison) => comparison.Before.Files.Keys
        .Except(comparison.After.Files.Keys)
        .Select(file => new Violation(file, file, "is deleted.", "Bring it back, or judge by package."));

    private static IEnumerable<Violation> FindDeletedPackages(Comparison comparison) => comparison.Before.Packages
        .Except(comparison.After.Packages)
        .Select(package => new Violation(comparison.Before.Files.Values.First(file => file.Package == package).Name, package, "is deleted.", "Bring it back: its clients still call it."));

    // Both forms of a rule: within a file, and within a package whatever the file.
    private static IEnumerable<Rule> Deletion(string kind, Func<Comparison, IEnumerable<(FileDescriptorProto File, string Name, bool InPackage)>> find)
    {
        yield return new($"{kind}_NO_DELETE", Category.File, comparison => find(comparison)
            .Where(gone => comparison.After.Files.ContainsKey(gone.File.Name) && !gone.InPackage)
            .Select(Violate));
        yield return new($"PACKAGE_{kind}_NO_DELETE", Category.Package, comparison => find(comparison)
            .Where(gone => comparison.After.Packages.Contains(gone.File.Package) && gone.InPackage)
            .Select(Violate));

        static Violation Violate((FileDescriptorProto File, string Name, bool InPackage) gone) =>
            new(gone.File.Name, $"{gone.File.Package}.{gone.Name}", "is deleted.", "Bring it back: code that uses it does not compile otherwise.");
    }

    private static IEnumerable<(FileDescriptorProto File, string Name, bool InPackage)> Deleted<TEntry>(
        IEnumerable<TEntry> before, IEnumerable<TEntry> after, Func<TEntry, (FileDescriptorProto File, string Name)> place)
    {
        var now = after.Select(place).ToArray();
        foreach (var (file, name) in before.Select(place))
        {
            if (!now.Any(entry => entry.File.Name == file.Name && entry.Name == name))
            {
                yield return (file, name, false);
            }

            if (!now.Any(entry => entry.File.Package == file.Package && entry.Name == name))
            {
                yield return (file, name, true);
            }
        }
    }

    private static IEnumerable<Violation> FindRequired(Comparison comparison) => comparison.KeptMessages().SelectMany(message =>
        Required(message.Before.Proto).Except(Required(message.After.Proto)).Concat(Required(message.After.Proto).Except(Required(message.Before.Proto)))
            .Select(number => new Violation(
                message.After.File.Name, $"{message.After.FullName} ({number})", "is required in one release only.", "Make it optional: a message without it cannot be read in some languages.")));

    private static IEnumerable<int> Required(DescriptorProto message) =>
        message.Field.Where(field => field.Label is FieldDescriptorProto.Types.Label.Required).Select(field => field.Number);

    private static IEnumerable<Violation> FindDeletedOneofs(Comparison comparison) => comparison.KeptMessages().SelectMany(message =>
        RealOneofs(message.Before.Proto).Except(RealOneofs(message.After.Proto))
            .Select(name => new Violation(message.After.File.Name, $"{message.After.FullName}.{name}", "is deleted.", "Keep the oneof.")));

    // protoc makes a oneof of each optional field of proto3.
    private static IEnumerable<string> RealOneofs(DescriptorProto message) => message.OneofDecl
        .Where((_, index) => message.Field.Any(field => field.HasOneofIndex && field.OneofIndex == index && !field.Proto3Optional))
        .Select(oneof => oneof.Name);

    private static IEnumerable<Violation> FindDeletedReserves(Comparison comparison) => comparison.KeptMessages().SelectMany(message =>
        message.Before.Proto.ReservedRange.Where(range => !message.After.Proto.ReservedRange.Any(now => now.Start <= range.Start && now.End >= range.End))
            .Select(range => $"{range.Start}")
            .Concat(message.Before.Proto.ReservedName.Except(message.After.Proto.ReservedName).Select(name => $"\"{name}\""))
            .Select(what => new Violation(
                message.After.File.Name, message.After.FullName, $"reserves {what} no longer.", "Reserve it again: old programs still use it.")));
}
