using Workshop.Runner.Labs;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether there is space for packages and build output.</summary>
internal static class DiskDiagnosis
{
    private const string Subject = "Disk";
    private const double GB = 1024 * 1024 * 1024;
    private const double NeededGB = 1;

    public static Finding Examine(WorkshopFolder workshop)
    {
        double free;
        try
        {
            free = new DriveInfo(workshop.Root).AvailableFreeSpace / GB;
        }
        catch (Exception problem) when (problem is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // A share of another computer has no drive letter, and Windows says nothing of it by this way.
            return Finding.Note(
                Subject, $"the free space of {workshop.Root} is not known", $"See that there is about {NeededGB:0} GB.");
        }

        return free >= NeededGB
            ? Finding.Ok(Subject, $"{free:0.0} GB free; the workshop needs about {NeededGB:0} GB")
            : Finding.Problem(Subject, $"{free:0.0} GB free; the workshop needs about {NeededGB:0} GB", "Free some space.");
    }
}
