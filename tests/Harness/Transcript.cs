using System.Text.RegularExpressions;

namespace Workshop.Harness;

/// <summary>The RPC conversation of one check, as its client saw it: one fact per line, a key and a text.</summary>
/// <remarks>Ports, ids, times and the folder of the workshop are scrubbed, so that a snapshot says the same on every
/// machine.</remarks>
public sealed partial class Transcript
{
    private const int KeyWidth = 12;
    private const int LongestText = 40;
    private const int ShownOfLongText = 16;
    private const int LongestSentence = 200;

    // Where a server's words for people may stand.
    private static readonly string[] WordKeys = ["detail", "rich detail", "response"];

    private static readonly string[] SentKeys = ["command", "call", "metadata", "request", "half-close", "http", "sent type", "sent", "peer saw"];

    private readonly Lock _lock = new();
    private readonly List<Line> _lines = [];
    private readonly List<(string Text, string Shown)> _scrubbed = [];

    /// <summary>Whether the sentences of a status and of its details are the student's own: a snapshot has none of them.</summary>
    /// <remarks>What is no plain sentence, such as the text of an exception, stays, and differs from every snapshot.</remarks>
    public bool WordsAreFree { get; set; }

    /// <summary>Adds a line. A text of several lines is indented under its key.</summary>
    public void Add(string key, string text)
    {
        lock (_lock)
        {
            text = Scrub(text);
            var restated = WordsAreFree && WordKeys.Contains(key) ? Shorten(WithoutWords(key, text)) : null;
            _lines.Add(new Line(key, Shorten(text), restated));
        }
    }

    /// <summary>Adds a line in which nothing is shortened: what stands in it is the lesson.</summary>
    public void AddWhole(string key, string text)
    {
        lock (_lock)
        {
            _lines.Add(new Line(key, Scrub(text), null));
        }
    }

    /// <summary>Shows a text as another one, in every line from now on.</summary>
    public void ShowAs(string text, string shown)
    {
        lock (_lock)
        {
            _scrubbed.Add((text, shown));
        }
    }

    /// <summary>Whether any line contains the text.</summary>
    public bool Contains(string text)
    {
        lock (_lock)
        {
            return _lines.Any(line => line.Text.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>Adds each line of a text under the same key, without empty ones.</summary>
    public void AddLines(string key, string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0))
        {
            Add(key, line);
        }
    }

    /// <summary>The last text under a key; null if there is none.</summary>
    public string? Last(string key)
    {
        lock (_lock)
        {
            return _lines.FindLast(line => line.Key == key)?.Text;
        }
    }

    /// <summary>Replaces the last text under a key by what it has to say, if it is one sentence that says all of it.
    /// </summary>
    /// <param name="key">The key of the line.</param>
    /// <param name="facts">What the sentence must contain, each as a word or phrase of its own.</param>
    public void RestateLast(string key, params IReadOnlyList<string> facts)
    {
        lock (_lock)
        {
            var last = _lines.FindLastIndex(line => line.Key == key);
            if (last >= 0)
            {
                var text = _lines[last].Text;
                _lines[last] = _lines[last] with
                {
                    Restated = Fault(facts, text) is { } fault ? $"{text} ({fault})" : $"(a sentence that says: {string.Join(", ", facts)})",
                };
            }
        }
    }

    /// <summary>All lines as they were, each with whether the client sent it.</summary>
    public IReadOnlyList<(bool Sent, string Text)> Conversation()
    {
        lock (_lock)
        {
            return [.. _lines.Select(line => (SentKeys.Contains(line.Key), Show(line.Key, line.Text)))];
        }
    }

    /// <summary>Which message or fact stands in a line of the snapshot, from 0, and in which of its own lines.</summary>
    /// <param name="line">The line, from 1; one behind the end is the last.</param>
    public (int Message, int Line) At(int line)
    {
        lock (_lock)
        {
            var left = line - 1;
            for (var at = 0; at < _lines.Count; at++)
            {
                var count = (_lines[at].Restated ?? _lines[at].Text).Count(character => character == '\n') + 1;
                if (left < count)
                {
                    return (at, left);
                }

                left -= count;
            }

            return (_lines.Count - 1, int.MaxValue);
        }
    }

    /// <summary>All lines as a snapshot has them, each ended by a line feed.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Concat(_lines.Select(line => $"{Show(line.Key, line.Restated ?? line.Text)}\n"));
        }
    }

    private static string Show(string key, string text)
    {
        var indented = text.Replace("\n", "\n" + new string(' ', KeyWidth), StringComparison.Ordinal);
        return $"{key.PadRight(KeyWidth - 1)} {indented}".TrimEnd();
    }

    private static string? Fault(IReadOnlyList<string> facts, string text)
    {
        // A client that shows control characters by their number shows a line feed so.
        const string LineFeed = @"\u{000A}";
        if (text.Length > LongestSentence || text.Contains('\n', StringComparison.Ordinal)
            || (text.Contains(LineFeed, StringComparison.Ordinal) && !facts.Any(fact => fact.Contains(LineFeed, StringComparison.Ordinal))))
        {
            return $"not one sentence of at most {LongestSentence} characters";
        }

        // RpcException.Message: a program's type names around the server's words.
        if (text.Contains("Status(StatusCode=", StringComparison.Ordinal))
        {
            return "the text of an exception, not a sentence";
        }

        string[] missing = [.. facts.Where(fact => !Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(fact)}(?!\w)", RegexOptions.IgnoreCase))];
        return missing.Length > 0 ? $"does not say: {string.Join(", ", missing)}" : null;
    }

    private static string WithoutWords(string key, string text) => key == "detail"
        ? WordsOf(text)
        : Words().Replace(text, words => $"\"{words.Groups[1].Value}\": \"{WordsOf(words.Groups[2].Value)}\"");

    private static string WordsOf(string text) =>
        Fault([], text) is { } fault ? $"{text} ({fault})" : Internals().IsMatch(text) ? $"{text} (what is inside the server)" : "(words)";

    private string Scrub(string text)
    {
        // A snapshot is a text that people read and compare: ESC is shown as its picture, ␛.
        text = Control().Replace(text.ReplaceLineEndings("\n"), character => $"{(char)('\u2400' + character.Value[0])}");
        text = _scrubbed.Aggregate(text, (all, part) => all.Replace(part.Text, part.Shown, StringComparison.Ordinal));
        text = LoopbackPort().Replace(text, "$1:PORT");
        text = Uuid().Replace(text, "UUID");
        return Time().Replace(text, "TIME");
    }

    private static string Shorten(string text) => LongString().Replace(TypeUrl().Replace(text, "\"$1\""), Shorten);

    private static string Shorten(Match quoted)
    {
        var text = quoted.Groups[1].Value;
        var characters = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            characters++;
        }

        return characters <= LongestText
            ? quoted.Value
            : $"\"{string.Concat(text.EnumerateRunes().Take(ShownOfLongText))}… ({characters} characters)\"";
    }

    [GeneratedRegex(@"[\x00-\x1F-[\n\t]]")]
    private static partial Regex Control();

    // As ProtoJSON writes the fields that google.rpc has for words. An empty one is not written at all.
    [GeneratedRegex("\"(description|message)\": \"((?:[^\"\\\\]|\\\\.)+)\"")]
    private static partial Regex Words();

    // Types, SQL, tables, and paths.
    [GeneratedRegex(@"Exception|SQLite|constraint failed|\b(SELECT|INSERT|UPDATE|DELETE)\b|\bno such\b|\w\.\w+\(|FOLDER|[\w:]?[/\\]\w+[/\\]")]
    private static partial Regex Internals();

    [GeneratedRegex(@"(localhost|127\.0\.0\.1|\[::1\]):\d+")]
    private static partial Regex LoopbackPort();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Uuid();

    // What an Any says of its content: the name is enough.
    [GeneratedRegex("\"type\\.googleapis\\.com/([\\w.]+)\"")]
    private static partial Regex TypeUrl();

    // RFC 3339, as ProtoJSON writes a Timestamp.
    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")]
    private static partial Regex Time();

    [GeneratedRegex("\"([^\"\\\\\n]{41,})\"")]
    private static partial Regex LongString();

    private sealed record Line(string Key, string Text, string? Restated);
}
