using Workshop.Runner.Labs;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether the build output fits under the limit of 260 characters that many Windows programs keep to.</summary>
internal static class PathLengthDiagnosis
{
    private const string Subject = "Path length";

    // What artifacts/ adds to the workshop's own path, with room to spare.
    private const int MaxRoot = 260 - 150;

    public static Finding Examine(WorkshopFolder workshop)
    {
        var length = workshop.Root.Length;
        return OperatingSystem.IsWindows() && length > MaxRoot
            ? Finding.Problem(
                Subject,
                $"the workshop's folder has {length} characters; more than {MaxRoot} is too long for some programs on Windows",
                @"Move it to a shorter path, such as C:\workshop.")
            : Finding.Ok(Subject, $"{length} characters");
    }
}
