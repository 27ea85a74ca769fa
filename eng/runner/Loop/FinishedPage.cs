using Workshop.Runner.Grading;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>The end of the workshop.</summary>
internal static class FinishedPage
{
    public static IEnumerable<ScreenLine> Lines(LoopModel model, bool hasSigns) =>
    [
        ScreenLine.Of("You have finished the gRPC workshop. Well done!", VerdictLook.Of(Verdict.Done).Style),
        ScreenLine.Empty,
        .. BoardLines.Table(model.Board, marked: null, hasSigns),
        ScreenLine.Empty,
        BoardLines.Bar(model.Board),
        ScreenLine.Of("Every lab was checked again just now."),
        ScreenLine.Of("For a report of it: dotnet workshop.cs report"),
    ];
}
