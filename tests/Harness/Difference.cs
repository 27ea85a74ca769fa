namespace Workshop.Harness;

/// <summary>The first line in which a transcript and its snapshot differ.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Expected">The snapshot's line, or a remark that there is none.</param>
/// <param name="Received">The transcript's line, or a remark that there is none.</param>
internal sealed record Difference(int Line, string Expected, string Received)
{
    private const string Nothing = "(nothing more)";

    /// <summary>Null when the texts are equal but for their line ends.</summary>
    public static Difference? Between(string expected, string received)
    {
        var expectedLines = Lines(expected);
        var receivedLines = Lines(received);
        for (var i = 0; i < Math.Max(expectedLines.Length, receivedLines.Length); i++)
        {
            var (left, right) = (expectedLines.ElementAtOrDefault(i), receivedLines.ElementAtOrDefault(i));
            if (left != right)
            {
                return new Difference(i + 1, left ?? Nothing, right ?? Nothing);
            }
        }

        return null;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
