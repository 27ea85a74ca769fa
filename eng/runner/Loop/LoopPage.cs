using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>What stands on the screen: the lines, and the prompt below them.</summary>
/// <param name="Body">The lines.</param>
/// <param name="Prompt">The line below them.</param>
/// <param name="Scrolled">Which part of a long text they are.</param>
internal sealed record LoopPage(IReadOnlyList<ScreenLine> Body, ScreenLine Prompt, (int Top, int Page) Scrolled)
{
    /// <param name="model">The loop's state.</param>
    /// <param name="width">The terminal's columns.</param>
    /// <param name="height">The rows that the important part must fit into.</param>
    /// <param name="hasSigns">Whether the terminal shows more than ASCII.</param>
    public static LoopPage Of(LoopModel model, int width, int height, bool hasSigns)
    {
        ScreenLine[] note = model.Note is { } text ? [ScreenLine.Empty, .. Wrapping.Wrap(text, width)] : [];
        var rows = height - 2 - note.Sum(line => line.Rows(width));
        var (result, isPart) = ResultPage.Of(model, width, rows, hasSigns);
        IEnumerable<ScreenLine> body = model.View switch
        {
            LoopView.Welcome => Welcome(model.Current),
            LoopView.List => List(model, hasSigns),
            LoopView.Finished => Finished(model, hasSigns),
            LoopView.Hint => model.Text.SelectMany(line => Wrapping.Wrap(line.Text, width, line.Pieces is [var (_, style)] ? style : null)),
            LoopView.Diff => model.Text,
            LoopView.WasReset => [ScreenLine.Of($"Lab {model.Current.Number} has its original files again.", ScreenLine.Bold), .. model.Text],
            LoopView.ResetQuestion =>
            [
                ScreenLine.Of($"Reset lab {model.Current.Number} to its original files?", ScreenLine.Bold),
                ScreenLine.Of("Your files are copied to .workshop/backup/ first, and u brings them back."),
            ],
            LoopView.DiffQuestion =>
            [
                ScreenLine.Of($"Lab {model.Current.Number} is not done. Show its solution?", ScreenLine.Bold),
                ScreenLine.Of("h gives you a hint instead."),
            ],
            LoopView.WholeResult => ResultPage.Of(model, width, int.MaxValue, hasSigns).Lines,
            _ => result,
        };
        var shown = model.View is LoopView.Hint or LoopView.Diff or LoopView.WholeResult
            ? Scrolling.Of([.. body], model.Scrolled.Top, width, rows)
            : new Scrolling([.. body], 0, 0, isPart);
        return new LoopPage([.. shown.Lines, .. note, ScreenLine.Empty], LoopPrompt.Of(model, shown.IsPart), (shown.Top, shown.Page));
    }

    private static IEnumerable<ScreenLine> Welcome(Lab first) =>
    [
        ScreenLine.Of("Welcome to the gRPC workshop", ScreenLine.Bold),
        ScreenLine.Empty,
        .. ScreenLine.Lines(
            $"""
            1. A lab is a small real service with numbered tasks in it. The first one is
               in labs/{first.Slug}/. Open that folder in your editor, and read its README.md.

            2. Keep this window beside the editor. Whenever you save, your answer is built
               and checked, and this screen says what a client of your service really saw.
               At the start every task is not implemented yet: nothing is broken.

            3. Stuck? Press h for a hint. Each task has three: a nudge, the idea, the API.
               docs/{first.Slug}.md explains what is behind the lab.

            4. The core of a lab takes an hour at most. When it is done, go on with the
               production tasks, or press n for the next lab. Nothing starts by itself.
               q quits; the next start continues where you were.
            """.ReplaceLineEndings("\n")),
    ];

    private static IEnumerable<ScreenLine> List(LoopModel model, bool hasSigns) =>
    [
        .. BoardLines.Of(BoardLines.Title, model.Board, model.Marked, hasSigns),
        .. model.Board.Any(row => row.Standing is Standing.DoneButChanged)
            ? [ScreenLine.Of("Was done, changed since: the files changed after the lab passed. r checks them.")]
            : Array.Empty<ScreenLine>(),
    ];

    private static IEnumerable<ScreenLine> Finished(LoopModel model, bool hasSigns) =>
    [
        .. BoardLines.Of(
            ScreenLine.Of("You have finished the gRPC workshop. Well done!", VerdictLook.Of(Verdict.Done).Style),
            model.Board,
            marked: null,
            hasSigns),
        ScreenLine.Of("Every lab was checked again just now."),
        ScreenLine.Of("For a report of it: dotnet workshop.cs report"),
    ];
}
