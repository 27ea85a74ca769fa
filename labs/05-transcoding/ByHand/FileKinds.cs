using Workshop.Catalog.V1;

namespace Workshop.Transcoding.ByHand;

/// <summary>The kinds of files by the names that clients see.</summary>
internal static class FileKinds
{
    private static readonly Dictionary<string, FileKind> Kinds = new(StringComparer.Ordinal)
    {
        ["text"] = FileKind.Text,
        ["image"] = FileKind.Image,
        ["archive"] = FileKind.Archive,
    };

    /// <summary>The names, for a sentence.</summary>
    public static string Names { get; } = string.Join(", ", Kinds.Keys);

    public static bool TryFind(string name, out FileKind kind) => Kinds.TryGetValue(name, out kind);

    public static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Text => "text",
        FileKind.Image => "image",
        FileKind.Archive => "archive",
        _ => "unspecified",
    };
}
