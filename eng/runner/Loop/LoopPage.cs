using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>What stands on the screen: the lines, and the prompt below them.</summary>
internal sealed record LoopPage(IReadOnlyList<ScreenLine> Body, ScreenLine Prompt)
{
    /// <param name="model">The loop's state.</param>
    /// <param name="width">The terminal's columns.</param>
    /// <param name="height">The rows that the important part must fit into.</param>
    /// <param name="hasSigns">Whether the terminal shows more than ASCII.</param>
    public static LoopPage Of(LoopModel model, int width, int height, bool hasSigns)
    {
        ScreenLine[] note = model.Note is { } text ? [ScreenLine.Empty, .. Wrapping.Wrap(text, width)] : [];
        var rows = height - 2 - note.Sum(line => line.Rows(width));
        IEnumerable<ScreenLine> body = model.View switch
        {
            LoopView.Welcome => WelcomePage.Lines(model.Current),
            LoopView.List => ListLines(model, hasSigns),
            LoopView.Finished => FinishedPage.Lines(model, hasSigns),
            LoopView.Hint => model.Text.SelectMany(line => Wrapping.Wrap(line.Text, width, line.Pieces is [var (_, style)] ? style : null)),
            LoopView.Diff => model.Text,
            LoopView.WasReset => [ScreenLine.Of($"Lab {model.Current.Number} is as it came.", ScreenLine.Bold), .. model.Text],
            LoopView.ResetQuestion =>
            [
                ScreenLine.Of($"Make lab {model.Current.Number} as it came?", ScreenLine.Bold),
                ScreenLine.Of("Your files are copied to .workshop/backup/ before, and u brings them back."),
            ],
            LoopView.DiffQuestion =>
            [
                ScreenLine.Of($"Lab {model.Current.Number} is not done. Show its solution?", ScreenLine.Bold),
                ScreenLine.Of("h gives you a hint instead."),
            ],
            LoopView.WholeResult => ResultPage.Lines(model, width, int.MaxValue, hasSigns),
            _ => ResultPage.Lines(model, width, rows, hasSigns),
        };
        return new LoopPage([.. body, .. note, ScreenLine.Empty], LoopPrompt.Of(model));
    }

    private static IEnumerable<ScreenLine> ListLines(LoopModel model, bool hasSigns) =>
    [
        BoardLines.Title,
        ScreenLine.Empty,
        .. BoardLines.Table(model.Board, model.Marked, hasSigns),
        ScreenLine.Empty,
        BoardLines.Bar(model.Board),
        .. model.Board.Any(row => row.Standing is Progress.Standing.DoneButChanged)
            ? [ScreenLine.Of("Was done, changed since: the files are others than those that passed. r checks them.")]
            : Array.Empty<ScreenLine>(),
    ];
}
