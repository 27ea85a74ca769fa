using Workshop.Runner.Grading;

namespace Workshop.Runner.Labs;

/// <summary>Which task of a lab a command is about.</summary>
internal static class CurrentTask
{
    /// <summary>The first task that is not done by the last check; the first of all, where none was checked.</summary>
    /// <returns>Null when the lab has no tasks.</returns>
    public static LabTask? Of(Lab lab, LabResult? last) =>
        last?.FirstFailed?.Task ?? (lab.Tasks is [var first, ..] ? first : null);
}
