using Spectre.Console;
using Workshop.Runner.Grading;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Screens;

/// <summary>The table of labs: number, title, minutes, how far it is; and a bar for all of them.</summary>
internal static class BoardLines
{
    private const int BarWidth = 30;

    private static readonly Style Good = VerdictLook.Of(Verdict.Done).Style;

    public static ScreenLine Title { get; } = ScreenLine.Of("The gRPC workshop", ScreenLine.Bold);

    /// <param name="board">The labs.</param>
    /// <param name="marked">The slug of the lab that has a mark before it, if any.</param>
    /// <param name="hasSigns">Whether the terminal shows more than ASCII.</param>
    public static IEnumerable<ScreenLine> Table(IReadOnlyList<LabProgress> board, string? marked, bool hasSigns)
    {
        var width = board.Max(row => row.Lab.Title.Length) + 2;
        yield return ScreenLine.Of($"    Lab  {"Title".PadRight(width)}Minutes  Done", ScreenLine.Dim);
        foreach (var row in board)
        {
            var minutes = row.Lab.Minutes is { } known ? $"{known}" : "-";
            yield return new ScreenLine(
                (row.Lab.Slug == marked ? "> " : "  ", ScreenLine.Bold),
                (Sign(row, hasSigns), LookOf(row).Style),
                ($" {row.Lab.Number}   {row.Lab.Title.PadRight(width)}{minutes,7}  ", row.Lab.Slug == marked ? ScreenLine.Bold : null),
                (row.Words, row.IsDone ? Good : null));
        }
    }

    /// <summary>How many labs are done, as a bar and in words.</summary>
    public static ScreenLine Bar(IReadOnlyList<LabProgress> board)
    {
        var done = board.Count(row => row.IsDone);
        var full = board.Count > 0 ? BarWidth * done / board.Count : 0;
        return new ScreenLine(
            ("[", null),
            (new string('#', full), Good),
            (new string('-', BarWidth - full), ScreenLine.Dim),
            ($"] {done} of {board.Count} {(board.Count == 1 ? "lab" : "labs")} done", null));
    }

    private static string Sign(LabProgress row, bool hasSigns) =>
        row.Standing is Standing.DoneButChanged ? "~"
        : row.TasksDone is null ? " "
        : LookOf(row).SignFor(hasSigns);

    private static VerdictLook LookOf(LabProgress row) => VerdictLook.Of(
        row.IsDone ? Verdict.Done
        : row.Last is { Passed: false } last ? last.Verdict
        : Verdict.NotImplementedYet);
}
