using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Workshop.Runner.Progress;

/// <summary>What the runner remembers of a workshop: one fact per line.</summary>
/// <param name="Welcomed">Whether the welcome was shown.</param>
/// <param name="Current">The slug of the lab that was worked on last; null before the first.</param>
/// <param name="Passed">By slug: the hash of the lab's files when it passed.</param>
/// <param name="Hints">By task: how many hints were shown.</param>
/// <param name="Unknown">Lines of a newer runner, or of somebody's hand: they are kept as they are.</param>
internal sealed record ProgressNotes(
    bool Welcomed,
    string? Current,
    ImmutableSortedDictionary<string, string> Passed,
    ImmutableSortedDictionary<string, int> Hints,
    ImmutableArray<string> Unknown)
{
    private const string Heading = "# What the workshop's runner remembers. Not a file to edit; to forget all, delete it.";

    public static ProgressNotes Empty { get; } = new(
        false,
        null,
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal),
        []);

    /// <summary>Reads the notes. A line that is broken costs only what it said.</summary>
    public static ProgressNotes Parse(string text) => text
        .Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && line != Heading)
        .Aggregate(Empty, (notes, line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["welcomed"] => notes with { Welcomed = true },
            ["current", var slug] => notes with { Current = slug },
            ["passed", var slug, var hash] => notes with { Passed = notes.Passed.SetItem(slug, hash) },
            ["hint", var task, var shown] when int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
                notes with { Hints = notes.Hints.SetItem(task, count) },
            _ => notes with { Unknown = notes.Unknown.Add(line) },
        });

    public override string ToString()
    {
        var text = new StringBuilder(Heading).Append('\n');
        if (Welcomed)
        {
            text.Append("welcomed\n");
        }

        if (Current is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"current {Current}\n");
        }

        foreach (var (slug, hash) in Passed)
        {
            text.Append(CultureInfo.InvariantCulture, $"passed {slug} {hash}\n");
        }

        foreach (var (task, shown) in Hints)
        {
            text.Append(CultureInfo.InvariantCulture, $"hint {task} {shown}\n");
        }

        foreach (var line in Unknown)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }
}
