using Workshop.Runner.Labs;

namespace Workshop.Runner.Diagnosis;

/// <summary>The folder in which the workshop lies: space, rights, the length of its path.</summary>
internal static class FolderDiagnosis
{
    private const double GB = 1024 * 1024 * 1024;
    private const double NeededGB = 1;

    // Many Windows programs keep to 260 characters. What artifacts/ adds to the workshop's own path, with room to spare, is 150.
    private const int MaxRoot = 260 - 150;

    public static IEnumerable<Finding> Examine(WorkshopFolder workshop) => [Space(workshop), Rights(workshop), PathLength(workshop)];

    private static Finding Space(WorkshopFolder workshop)
    {
        const string Subject = "Disk";
        double free;
        try
        {
            free = new DriveInfo(workshop.Root).AvailableFreeSpace / GB;
        }
        catch (Exception problem) when (problem is ArgumentException || WorkshopException.IsOfFile(problem))
        {
            // A share of another computer has no drive letter, and Windows says nothing of it by this way.
            return Finding.Note(
                Subject, $"the free space of {workshop.Root} is not known", $"See that there is about {NeededGB:0} GB.");
        }

        return free >= NeededGB
            ? Finding.Ok(Subject, $"{free:0.0} GB free; the workshop needs about {NeededGB:0} GB")
            : Finding.Problem(Subject, $"{free:0.0} GB free; the workshop needs about {NeededGB:0} GB", "Free some space.");
    }

    private static Finding Rights(WorkshopFolder workshop)
    {
        const string Subject = "Write access";
        foreach (var folder in new[] { workshop.PathOf("artifacts"), workshop.PathOf("labs") })
        {
            try
            {
                Directory.CreateDirectory(folder);
                using var file = File.Create(
                    Path.Combine(folder, $".{Guid.NewGuid():N}"), bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (Exception problem) when (WorkshopException.IsOfFile(problem))
            {
                return Finding.Problem(
                    Subject,
                    $"{workshop.Show(folder)} cannot be written: {problem.Message}",
                    "Copy the workshop to a folder of your own, or take back the rights to this one.");
            }
        }

        return Finding.Ok(Subject, "labs/ and artifacts/ can be written");
    }

    private static Finding PathLength(WorkshopFolder workshop)
    {
        const string Subject = "Path length";
        var length = workshop.Root.Length;
        return OperatingSystem.IsWindows() && length > MaxRoot
            ? Finding.Problem(
                Subject,
                $"the workshop's folder has {length} characters; more than {MaxRoot} is too long for some programs on Windows",
                @"Move it to a shorter path, such as C:\workshop.")
            : Finding.Ok(Subject, $"{length} characters");
    }
}
