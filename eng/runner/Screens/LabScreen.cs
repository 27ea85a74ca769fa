using Spectre.Console;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Screens;

/// <summary>What a student reads after a check: the tasks with a verdict each, the first thing to mend in full, and what
/// to do next.</summary>
internal static class LabScreen
{
    /// <param name="screen">Where to.</param>
    /// <param name="result">What the check found.</param>
    /// <param name="next">The lab after this one; null after the last.</param>
    /// <param name="options">What the command must have beside the lab, to check the same again.</param>
    public static void Show(Screen screen, LabResult result, Lab? next, string options)
    {
        var lab = result.Lab;
        screen.Line();
        screen.Line($"Lab {lab.Number}: {lab.Title}", new Style(decoration: Decoration.Bold));
        screen.Line();
        foreach (var task in result.Tasks)
        {
            var look = VerdictLook.Of(task.Verdict);
            screen.Write("  ");
            screen.Write($"{screen.Sign(look.Sign, look.Ascii)} {task.Task.Id}  {look.Word.PadRight(VerdictLook.WordWidth)}", look.Style);
            screen.Line($"  {task.Task.Title}");
        }

        if (result.Passed)
        {
            ShowPassed(screen, result, next);
        }
        else
        {
            ShowFailed(screen, result, options);
        }
    }

    private static void ShowPassed(Screen screen, LabResult result, Lab? next)
    {
        screen.Line();
        screen.Line(
            $"All {result.Tasks.Count} tasks of lab {result.Lab.Number} are done. Well done!", VerdictLook.Of(Verdict.Done).Style);
        screen.Line($"Compare your answer with solutions/{result.Lab.Slug}/.");
        screen.Line(next is null
            ? "That was the last lab."
            : $"Next: lab {next.Number}, {next.Title}. Read {next.Readme}.");
    }

    private static void ShowFailed(Screen screen, LabResult result, string options)
    {
        if (result.Tasks.Count > 0)
        {
            screen.Line();
        }

        // The first line is the title: task, sentence, verdict.
        var message = result.Message.Split('\n', 2);
        screen.Line(message[0], new Style(decoration: Decoration.Bold));
        foreach (var line in (message.ElementAtOrDefault(1) ?? "").Split('\n').SelectMany(line => Wrapping.Wrap(line, screen.Width)))
        {
            screen.Line(line);
        }

        screen.Line();
        screen.Line(result.Tasks.Count > 0
            ? $"{result.Done} of {result.Tasks.Count} tasks done. Edit, save, and run this again:"
            : "Edit, save, and run this again:");
        screen.Line($"  dotnet workshop.cs check {result.Lab.Number}{options}");
    }
}
