using Workshop.Runner.Grading;

namespace Workshop.Runner.Screens;

/// <summary>What a check of all labs says: one line each, and a summary.</summary>
internal static class LabsScreen
{
    public static void ShowLine(Screen screen, LabResult result)
    {
        var look = VerdictLook.Of(result.Verdict);
        var done = result.Tasks.Count > 0 ? $"{result.Done} of {result.Tasks.Count} tasks done" : "";
        screen.Write("  ");
        screen.Write(
            $"{screen.Sign(look.Sign, look.Ascii)} {result.Lab.Slug,-20}  {look.Word.PadRight(VerdictLook.WordWidth)}", look.Style);
        screen.Line($"  {done}".TrimEnd());
    }

    public static void ShowSummary(Screen screen, IReadOnlyList<LabResult> results)
    {
        screen.Line();
        screen.Line($"{results.Count(result => result.Passed)} of {results.Count} labs done.");
        if (results.FirstOrDefault(result => !result.Passed) is { } first)
        {
            screen.Line($"Next: lab {first.Lab.Number}. This says what is missing:");
            screen.Line($"  dotnet workshop.cs check {first.Lab.Number}");
        }
    }
}
