using System.Text;
using System.Text.RegularExpressions;

namespace VerifyTests;

/// <summary>The scrubbers of one level, in the order in which they run.</summary>
internal sealed partial class ScrubberList
{
    private readonly List<(string? Extension, Action<StringBuilder> Scrub)> _scrubbers;

    public ScrubberList()
    {
        _scrubbers = [];
    }

    public ScrubberList(ScrubberList copied)
    {
        _scrubbers = [.. copied._scrubbers];
    }

    /// <param name="scrub">Changes the text in place.</param>
    /// <param name="location">Where it joins the others.</param>
    /// <param name="extension">Null: for snapshots of every file extension.</param>
    public void Add(Action<StringBuilder> scrub, ScrubberLocation location, string? extension = null) =>
        _scrubbers.Insert(location == ScrubberLocation.First ? 0 : _scrubbers.Count, (extension, scrub));

    /// <param name="replace">Gives the line's new text, or null to remove the line.</param>
    /// <param name="location">Where it joins the others.</param>
    public void AddLines(Func<string, string?> replace, ScrubberLocation location) =>
        Add(
            text =>
            {
                var lines = text.ToString().ReplaceLineEndings("\n").Split('\n').Select(replace).OfType<string>();
                text.Clear().AppendJoin('\n', lines);
            },
            location);

    public void AddInlineGuids(ScrubberLocation location) =>
        Add(
            text =>
            {
                var names = new Dictionary<Guid, string> { [Guid.Empty] = "Guid_Empty" };
                var scrubbed = InlineGuid().Replace(text.ToString(), match =>
                {
                    var guid = Guid.Parse(match.Value);
                    return names.TryGetValue(guid, out var name) ? name : names[guid] = $"Guid_{names.Count}";
                });
                text.Clear().Append(scrubbed);
            },
            location);

    public void Apply(StringBuilder text, string extension)
    {
        foreach (var (only, scrub) in _scrubbers)
        {
            if (only is null || only == extension)
            {
                scrub(text);
            }
        }
    }

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])")]
    private static partial Regex InlineGuid();
}
