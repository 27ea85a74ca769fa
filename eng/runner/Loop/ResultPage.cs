using Workshop.Runner.Grading;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>The lab's tasks with a verdict each, and the first thing to mend in as much detail as fits.</summary>
internal static class ResultPage
{
    public static IEnumerable<ScreenLine> Lines(LoopModel model, int width, int rows, bool hasSigns)
    {
        // Each says less than the one before; the first that fits is shown.
        IReadOnlyList<ScreenLine> shown = [];
        foreach (var (tasksInOneLine, detail) in Versions(model.Problem ?? model.Result?.Message ?? ""))
        {
            shown = [.. Head(model), .. Tasks(model, tasksInOneLine, hasSigns), .. Text(model, detail, width)];
            if (shown.Sum(line => line.Rows(width)) <= rows)
            {
                return shown;
            }
        }

        return Cut(shown, width, rows);
    }

    private static IEnumerable<(bool TasksInOneLine, IReadOnlyList<string> Detail)> Versions(string text)
    {
        var message = FailureText.Of(text);
        yield return (false, message.Whole);
        yield return (false, message.WithoutLog);
        yield return (true, message.WithoutLog);
        for (var lines = message.Conversation.Count - 1; lines > 0; lines--)
        {
            yield return (true, message.Shortened(lines));
        }

        yield return (true, [.. message.Shortened(1).Where(line => line.Length > 0)]);
    }

    private static IEnumerable<ScreenLine> Head(LoopModel model) =>
    [
        BoardLines.Bar(model.Board),
        new ScreenLine(($"Lab {model.Current.Number}: {model.Current.Title}", ScreenLine.Bold), ($"  {model.Current.Readme}", ScreenLine.Dim)),
    ];

    private static IEnumerable<ScreenLine> Tasks(LoopModel model, bool inOneLine, bool hasSigns)
    {
        var tasks = model.Result?.Tasks ?? [];
        if (inOneLine)
        {
            return [new ScreenLine([.. tasks.Select(task => VerdictLook.Of(task.Verdict) is var look
                ? ($"{look.SignFor(hasSigns)} {task.Task.Id}  ", look.Style)
                : default((string, Spectre.Console.Style?)))])];
        }

        return tasks.Select(task => VerdictLook.Of(task.Verdict) is var look
            ? new ScreenLine(
                ($"  {look.SignFor(hasSigns)} {task.Task.Id}  {look.Word.PadRight(VerdictLook.WordWidth)}", look.Style),
                ($"  {task.Task.Title}", null))
            : ScreenLine.Empty);
    }

    private static IEnumerable<ScreenLine> Text(LoopModel model, IReadOnlyList<string> detail, int width)
    {
        if (model.CurrentIsDone && model.Problem is null)
        {
            return
            [
                ScreenLine.Empty,
                ScreenLine.Of(
                    $"All {model.Result!.Tasks.Count} tasks of lab {model.Current.Number} are done. Well done!",
                    VerdictLook.Of(Verdict.Done).Style),
                ScreenLine.Of($"d compares your answer with solutions/{model.Current.Slug}/. The README has ideas for more."),
                ScreenLine.Of(model.OthersAreDone
                    ? "n checks all labs once more, to finish."
                    : "n goes to the next lab, when you like."),
            ];
        }

        if (model is { Result: null, Problem: null })
        {
            return
            [
                ScreenLine.Empty,
                ScreenLine.Of("The first check of a lab builds it, which takes up to a minute."),
                ScreenLine.Of($"Read {model.Current.Readme} meanwhile."),
            ];
        }

        return detail.Count > 0
            ? [ScreenLine.Empty, .. detail.SelectMany((line, at) => Wrapping.Wrap(line, width, at == 0 ? ScreenLine.Bold : null))]
            : [];
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
