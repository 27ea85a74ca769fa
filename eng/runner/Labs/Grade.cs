namespace Workshop.Runner.Labs;

/// <summary>Whose answers are graded.</summary>
internal enum Grade
{
    Labs,
    Solutions,
}
