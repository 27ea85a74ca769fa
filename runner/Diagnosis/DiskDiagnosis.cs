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
        var free = new DriveInfo(workshop.Root).AvailableFreeSpace / GB;
        return free >= NeededGB
            ? Finding.Ok(Subject, $"{free:0.0} GB free; the workshop needs about {NeededGB:0} GB")
            : Finding.Problem(Subject, $"{free:0.0} GB free; the workshop needs about {NeededGB:0} GB", "Free some space.");
    }
}
