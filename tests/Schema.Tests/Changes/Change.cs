using System.Text.Json;
using Workshop.Tests;

namespace Workshop.Schema.Tests.Changes;

/// <summary>A message that the old release sends: as JSON, or as bytes where JSON cannot say it.</summary>
public sealed record Sent(string? Json, string? Hex);

/// <summary>A change of a contract: one of the folders in Pairs/, with before.proto and after.proto.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Title">What is changed.</param>
/// <param name="Send">What the old release sends, to see what the new one makes of it.</param>
public sealed record Change(string Id, string Folder, string Title, IReadOnlyList<Sent> Send)
{
    /// <summary>What the new release sends, where it matters what the old one makes of it.</summary>
    public IReadOnlyList<Sent> Back { get; init; } = [];


    public static string Root => Repository.PathOf("tests", "Schema.Tests", "Changes", "Pairs");

    public static IReadOnlyList<Change> All { get; } = JsonSerializer.Deserialize<Change[]>(
        File.ReadAllText(Path.Combine(Root, "changes.json")), JsonSerializerOptions.Web)!;

    /// <summary>The contract of a release, without the C# namespace, by which both are kept apart here.</summary>
    public string Contract(string release)
    {
        var text = File.ReadAllText(Path.Combine(Root, Folder, $"{release}.proto"));
        return Id == "41" ? text : string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("option csharp_namespace", StringComparison.Ordinal)));
    }

    public override string ToString() => Folder;
}
