using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workshop.Runner.Progress;

/// <summary>What the runner remembers of a workshop.</summary>
internal sealed record ProgressNotes
{
    private const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The shape of the file. A newer runner's is read as far as it can be, and never written.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Whether the welcome was shown.</summary>
    public bool Welcomed { get; init; }

    /// <summary>The slug of the lab that was worked on last; null before the first.</summary>
    public string? Current { get; init; }

    /// <summary>Who works here, as a report says it; null before the first report.</summary>
    public string? Student { get; init; }

    /// <summary>By slug: the hash of the lab's files when it passed.</summary>
    public ImmutableSortedDictionary<string, string> Passed { get; init; } = Empty<string>();

    /// <summary>By task: how many hints were shown.</summary>
    public ImmutableSortedDictionary<string, int> Hints { get; init; } = Empty<int>();

    /// <summary>By slug: with which files the lab's tasks were done.</summary>
    public ImmutableSortedDictionary<string, TaskMemory> Tasks { get; init; } = Empty<TaskMemory>();

    /// <summary>By task: when a check first found it done.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> FirstDone { get; init; } = Empty<DateTimeOffset>();

    public bool IsOfNewerRunner() => Version > CurrentVersion;

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>Reads the notes. An entry that is broken costs only what it said.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static ProgressNotes Parse(string json)
    {
        var notes = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("It is no JSON object.");
        return new ProgressNotes
        {
            Version = Value<int?>(notes["version"]) ?? CurrentVersion,
            Welcomed = Value<bool>(notes["welcomed"]),
            Current = Value<string>(notes["current"]),
            Student = Value<string>(notes["student"]),
            Passed = Entries<string>(notes["passed"]),
            Hints = Entries<int>(notes["hints"]),
            Tasks = Memories(notes["tasks"]),
            FirstDone = Entries<DateTimeOffset>(notes["firstDone"]),
        };
    }

    /// <summary>Reads the notes as they were kept before: a line for each fact, such as <c>passed 01-hello HASH</c>.</summary>
    public static ProgressNotes ParseLines(string text) => text.Split('\n').Aggregate(
        new ProgressNotes(),
        (notes, line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            ["welcomed"] => notes with { Welcomed = true },
            ["current", var slug] => notes with { Current = slug },
            ["passed", var slug, var hash] => notes with { Passed = notes.Passed.SetItem(slug, hash) },
            ["hint", var task, var shown] when int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
                notes with { Hints = notes.Hints.SetItem(task, count) },
            _ => notes,
        });

    private static T? Value<T>(JsonNode? node) => node is JsonValue value && value.TryGetValue(out T? read) ? read : default;

    private static ImmutableSortedDictionary<string, T> Entries<T>(JsonNode? node) => node is JsonObject entries
        ? Empty<T>().AddRange(entries
            .Where(entry => entry.Value is JsonValue value && value.TryGetValue<T>(out _))
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!.GetValue<T>())))
        : Empty<T>();

    private static ImmutableSortedDictionary<string, TaskMemory> Memories(JsonNode? node)
    {
        var memories = Empty<TaskMemory>().ToBuilder();
        foreach (var (slug, memory) in node as JsonObject ?? [])
        {
            try
            {
                if (memory.Deserialize<TaskMemory>(Options) is { } read)
                {
                    memories.Add(slug, read);
                }
            }
            catch (JsonException)
            {
                // Costs what it said.
            }
        }

        return memories.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
