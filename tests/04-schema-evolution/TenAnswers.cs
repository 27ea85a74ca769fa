namespace Workshop.Checks;

/// <summary>Which of the ten changes are judged rightly. Of a wrong judgement it says what to look at, and not the answer.</summary>
internal static class TenAnswers
{
    private static readonly string[] Parts = ["wire", "json", "source", "the reason"];

    private static readonly string[] Right =
    [
        "safe safe safe NewNumber",
        "breaks safe safe OtherEncoding",
        "safe breaks breaks NameGone",
        "safe breaks breaks NameGone",
        "breaks breaks breaks NumberReused",
        "safe safe safe NewNumber",
        "safe breaks breaks SameEncoding",
        "safe safe safe SameEncoding",
        "breaks breaks breaks OtherEncoding",
        "breaks breaks safe LastOneWins",
    ];

    /// <param name="output">What the command <c>answers</c> printed: a line for each change.</param>
    /// <param name="error">What it complained of.</param>
    public static IEnumerable<string> Compare(string output, string error)
    {
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        foreach (var (change, right) in Right.Index())
        {
            // 3 wire safe json breaks source breaks NameGone
            yield return answers.ElementAtOrDefault(change) is not [_, _, var wire, _, var json, _, var source, var reason]
                ? $"{change + 1} is not there: {error.Trim()}"
                : $"{change + 1} {Judge([wire, json, source, reason], right.Split(' '))}";
        }
    }

    private static string Judge(string[] given, string[] right)
    {
        var wrong = Parts.Where((_, part) => given[part] != right[part]).ToArray();
        return wrong.Length == 0 ? "is right" : $"look again at {string.Join(" and ", wrong)}";
    }
}
