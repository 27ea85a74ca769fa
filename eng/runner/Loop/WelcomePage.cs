using Workshop.Runner.Labs;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>What a student reads at the first start.</summary>
internal static class WelcomePage
{
    public static IEnumerable<ScreenLine> Lines(Lab first) =>
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

            4. Nothing goes on by itself: when a lab is done, try things out, and press n
               when you like. q ends this; the next start goes on where you were.
            """.ReplaceLineEndings("\n")),
    ];
}
