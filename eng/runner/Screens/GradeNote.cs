using Workshop.Runner.Labs;

namespace Workshop.Runner.Screens;

/// <summary>Says so where it is not the labs that are graded.</summary>
internal static class GradeNote
{
    public static void Show(Screen screen, Grade grade)
    {
        if (grade is Grade.Solutions)
        {
            screen.Line("Graded here: the solutions (check --grade labs grades the labs).");
        }
    }
}
