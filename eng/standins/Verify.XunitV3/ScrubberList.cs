using System.Text;
using System.Text.RegularExpressions;

namespace VerifyTests;

/// <summary>The scrubbers of one verification, in the order in which they run.</summary>
/// <remarks>Scrubbers of the whole text run first, as their location says; then GUIDs are replaced; then lines are
/// removed and replaced, in the order of the calls.</remarks>
internal sealed partial class ScrubberList
{
    private readonly List<(string? Extension, Action<StringBuilder> Scrub)> _scrubbers;
    private readonly List<Func<string, string?>> _lineScrubbers;
    private bool _replacesGuids;

    public ScrubberList()
    {
        _scrubbers = [];
        _lineScrubbers = [];
    }

    public ScrubberList(ScrubberList copied)
    {
        _scrubbers = [.. copied._scrubbers];
        _lineScrubbers = [.. copied._lineScrubbers];
        _replacesGuids = copied._replacesGuids;
    }

    /// <param name="scrub">Changes the text in place.</param>
    /// <param name="location">Where it joins the others.</param>
    /// <param name="extension">Null: for snapshots of every file extension.</param>
    public void Add(Action<StringBuilder> scrub, ScrubberLocation location, string? extension = null) =>
        _scrubbers.Insert(location == ScrubberLocation.First ? 0 : _scrubbers.Count, (extension, scrub));

    /// <param name="replace">Gives the line's new text, or null to remove the line.</param>
    public void AddLines(Func<string, string?> replace) => _lineScrubbers.Add(replace);

    public void AddInlineGuids() => _replacesGuids = true;

    public void Apply(StringBuilder text, string extension)
    {
        foreach (var (only, scrub) in _scrubbers)
        {
            if (only is null || only == extension)
            {
                scrub(text);
            }
        }

        if (_replacesGuids)
        {
            ReplaceGuids(text);
        }

        if (_lineScrubbers.Count > 0)
        {
            var lines = text.ToString().Split('\n').Select(ScrubLine).OfType<string>().ToArray();
            text.Clear().AppendJoin('\n', lines);
        }
    }

    private static void ReplaceGuids(StringBuilder text)
    {
        var names = new Dictionary<Guid, string> { [Guid.Empty] = "Guid_Empty" };
        var scrubbed = InlineGuid().Replace(text.ToString(), match =>
        {
            var guid = Guid.Parse(match.Value);
            return names.TryGetValue(guid, out var name) ? name : names[guid] = $"Guid_{names.Count}";
        });
        text.Clear().Append(scrubbed);
    }

    private string? ScrubLine(string line) =>
        _lineScrubbers.Aggregate((string?)line, (current, replace) => current is null ? null : replace(current));

    // With dashes (the formats D, B and P) and without (N).
    [GeneratedRegex("(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{24})(?![0-9A-Za-z])")]
    private static partial Regex InlineGuid();
}
