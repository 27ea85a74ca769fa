using Workshop.Runner.Grading;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>The lab's tasks with a verdict each, and the first thing to fix in as much detail as fits.</summary>
internal static class ResultPage
{
    private const int EnoughLines = 5;

    /// <returns>The lines that fit, and whether more would be shown where there is more room.</returns>
    public static (IReadOnlyList<ScreenLine> Lines, bool IsPart) Of(LoopModel model, int width, int rows, bool hasSigns)
    {
        // Each says less than the one before; the first that fits is shown.
        IReadOnlyList<ScreenLine> shown = [];
        foreach (var (at, (tasksInOneLine, detail)) in Versions(model).Index())
        {
            var tasks = tasksInOneLine ? [LabLines.TasksInOneLine(model.Result, hasSigns)] : LabLines.Tasks(model.Result, hasSigns);
            shown = [.. Head(model), .. tasks, .. LabLines.Warnings(model.Result, width), .. Text(model, detail, width)];
            if (shown.Sum(line => line.Rows(width)) <= rows)
            {
                return (shown, at > 0);
            }
        }

        return (Cut(shown, width, rows), true);
    }

    private static IEnumerable<(bool TasksInOneLine, IReadOnlyList<string> Detail)> Versions(LoopModel model)
    {
        var message = model.Problem is { } problem ? FailureText.Of(problem)
            : model.Result is { } result ? FailureText.Of(result)
            : FailureText.Of("");
        yield return (false, message.Whole);
        yield return (false, message.WithoutLog);
        yield return (true, message.WithoutLog);
        for (var lines = message.Conversation.Count - 1; lines >= EnoughLines; lines--)
        {
            yield return (true, message.Shortened(lines));
        }

        // The lines around the difference say more than empty ones.
        for (var lines = EnoughLines + 2; lines > 0; lines--)
        {
            yield return (true, [.. message.Shortened(lines).Where(line => line.Length > 0)]);
        }
    }

    private static IEnumerable<ScreenLine> Head(LoopModel model) =>
    [
        BoardLines.Bar(model.Board),
        model is { Result: { CoreIsDone: true, Passed: false } result }
            ? new ScreenLine(LabLines.Title(model.Current), ($"  {result.Counts.Words}", VerdictLook.Of(Verdict.Done).Style))
            : new ScreenLine(LabLines.Title(model.Current), ($"  {model.Current.Readme}", ScreenLine.Dim)),
    ];

    private static IEnumerable<ScreenLine> Text(LoopModel model, IReadOnlyList<string> detail, int width)
    {
        if (model.CurrentIsDone && model.Problem is null)
        {
            return
            [
                ScreenLine.Empty,
                LabLines.AllDone(model.Result!),
                ScreenLine.Of(model.CurrentHasSolution
                    ? $"d compares your answer with solutions/{model.Current.Slug}/. The README has ideas for more."
                    : "The README has ideas for more."),
                ScreenLine.Of(model.NextLab is null
                    ? "n checks all labs once more, to finish."
                    : "n goes to the next lab, when you like."),
            ];
        }

        if (model is { Result: null, Problem: null })
        {
            return
            [
                ScreenLine.Empty,
                .. model.CurrentWasBuilt
                    ? Array.Empty<ScreenLine>()
                    : [ScreenLine.Of("The first check of a lab builds it, which takes up to a minute.")],
                ScreenLine.Of($"Read {model.Current.Readme} meanwhile."),
            ];
        }

        return detail.Count > 0 ? [ScreenLine.Empty, .. LabLines.Text(detail, width)] : [];
    }

    private static IReadOnlyList<ScreenLine> Cut(IReadOnlyList<ScreenLine> lines, int width, int rows)
    {
        var kept = new List<ScreenLine>();
        foreach (var line in lines)
        {
            rows -= line.Rows(width);
            if (rows < 1)
            {
                break;
            }

            kept.Add(line);
        }

        return [.. kept, ScreenLine.Of("(There is more: a shows all.)", ScreenLine.Dim)];
    }
}
