using Spectre.Console;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Screens;

/// <summary>The table of labs: number, title, minutes of its two parts, how far it is; and a bar for all of them.</summary>
internal static class BoardLines
{
    private const int BarWidth = 30;

    public static readonly ScreenLine Title = ScreenLine.Of("The gRPC workshop", ScreenLine.Bold);

    private static readonly Style Good = VerdictLook.Of(Verdict.Done).Style;

    /// <summary>The title, the table and the bar.</summary>
    public static IEnumerable<ScreenLine> Of(ScreenLine title, IReadOnlyList<LabProgress> board, string? marked, bool hasSigns) =>
        [title, ScreenLine.Empty, .. Table(board, marked, hasSigns), ScreenLine.Empty, Bar(board)];

    /// <summary>The board as a command prints it, with what to do next.</summary>
    public static IEnumerable<ScreenLine> Of(IReadOnlyList<LabProgress> board, Grade grade, bool hasSigns)
    {
        IEnumerable<ScreenLine> next = (board.FirstOrDefault(row => !row.CoreIsDone) ?? board.FirstOrDefault(row => !row.IsDone)) is { Lab: var lab } row
            ?
            [
                ScreenLine.Of($"Next: {(row.CoreIsDone ? "the production tasks of " : "")}lab {lab.Number}. Read {lab.Readme}, then run"),
                ScreenLine.Of($"  dotnet workshop.cs check {lab.Number}"),
            ]
            : [ScreenLine.Of("Every lab is done.")];
        return [Title, .. GradeNote(grade), .. Of(ScreenLine.Empty, board, marked: null, hasSigns).Skip(1), .. next];
    }

    /// <summary>Says so where it is not the labs that are graded.</summary>
    public static IEnumerable<ScreenLine> GradeNote(Grade grade) =>
        grade is Grade.Solutions ? [ScreenLine.Of("Graded here: the solutions (check --grade labs grades the labs).")] : [];

    /// <param name="board">The labs.</param>
    /// <param name="marked">The slug of the lab that has a mark before it, if any.</param>
    /// <param name="hasSigns">Whether the terminal shows more than ASCII.</param>
    private static IEnumerable<ScreenLine> Table(IReadOnlyList<LabProgress> board, string? marked, bool hasSigns)
    {
        var width = board.Max(row => row.Lab.Title.Length) + 2;
        yield return ScreenLine.Of($"    Lab  {"Title".PadRight(width)}Core  Production  Done", ScreenLine.Dim);
        foreach (var row in board)
        {
            yield return new ScreenLine(
                (row.Lab.Slug == marked ? "> " : "  ", ScreenLine.Bold),
                (Sign(row, hasSigns), LookOf(row).Style),
                ($" {row.Lab.Number}   {row.Lab.Title.PadRight(width)}{Minutes(row.Lab.Minutes?.Core),4}  {Minutes(row.Lab.Minutes?.Production),10}  ", row.Lab.Slug == marked ? ScreenLine.Bold : null),
                (row.Words, row.IsDone ? Good : null));
        }
    }

    /// <summary>In how many labs the core is done, and in how many all of it: as a bar and in words.</summary>
    public static ScreenLine Bar(IReadOnlyList<LabProgress> board)
    {
        var (whole, core) = (board.Count(row => row.IsDone), board.Count(row => row.CoreIsDone));
        var (full, begun) = (BarWidth * whole / Math.Max(board.Count, 1), BarWidth * core / Math.Max(board.Count, 1));
        return new ScreenLine(
            ("[", null),
            (new string('#', full), Good),
            (new string('=', begun - full), Good),
            (new string('-', BarWidth - begun), ScreenLine.Dim),
            ($"] {Words(whole, core, board.Count)}", null));
    }

    /// <summary>In how many labs the core is done, and in how many all of it.</summary>
    public static string Words(int whole, int core, int labs) =>
        $"core done in {core} of {labs} {(labs == 1 ? "lab" : "labs")}, all tasks in {whole}";

    private static string Minutes(int? minutes) => minutes is { } known ? $"{known}" : "-";

    private static string Sign(LabProgress row, bool hasSigns) =>
        row.Standing is Standing.DoneButChanged ? "~"
        : row.Counts is null ? " "
        : LookOf(row).SignFor(hasSigns);

    private static VerdictLook LookOf(LabProgress row) => VerdictLook.Of(
        row.IsDone ? Verdict.Done
        : row.Last is { Passed: false } last ? last.Verdict
        : Verdict.NotImplementedYet);
}
