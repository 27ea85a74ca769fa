namespace Workshop.Runner.Labs;

/// <summary>Whose answers are graded.</summary>
internal enum Grade
{
    Labs,
    Solutions,
}

internal static class GradeNames
{
    /// <summary>As it is typed and as its folder is called: <c>labs</c> or <c>solutions</c>.</summary>
    public static string ToName(this Grade grade) => grade is Grade.Labs ? "labs" : "solutions";
}
