using System.Globalization;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Copies;

/// <summary>Resets labs, or answers them, and takes that back. Whatever is overwritten has a copy in .workshop/backup/TIME-SLUG/ first, so
/// that whoever ends the program at any moment loses nothing.</summary>
/// <remarks>A name with an ending is history that undo leaves alone: <c>.undone</c> is a copy that was given back,
/// <c>.before-undo</c> what it replaced.</remarks>
internal sealed class Backups(WorkshopFolder workshop, TimeProvider time)
{
    private const int TimeLength = 19;

    private readonly PristineCopy _pristine = new(workshop);

    private string Folder => workshop.PathOf(".workshop", "backup");

    /// <summary>Makes a lab as it came.</summary>
    /// <returns>Where the student's files are now, relative to the workshop.</returns>
    public string Reset(Lab lab)
    {
        var pristine = _pristine.FolderOf(lab);
        var backup = Path.Combine(Folder, Name(lab.Slug));
        FolderCopy.Make(workshop.PathOf("labs", lab.Slug), backup);
        FolderCopy.Restore(pristine, workshop.PathOf("labs", lab.Slug));
        return workshop.Show(backup);
    }

    /// <summary>Makes a lab as it came, with the answers of its solution.</summary>
    /// <returns>Where the student's files are now, relative to the workshop.</returns>
    /// <exception cref="WorkshopException">There is no solution.</exception>
    public string CatchUp(Lab lab)
    {
        workshop.RequireSolutionOf(lab);
        var answers = workshop.PathOf("solutions", lab.Slug);
        var backup = Reset(lab);
        // A project file says where the other files are, which is true of the solution's folder alone.
        foreach (var file in FolderCopy.Files(answers).Where(file => Path.GetExtension(file) is not ".csproj"))
        {
            AtomicFile.Copy(Path.Combine(answers, file), workshop.PathOf("labs", lab.Slug, file));
        }

        return backup;
    }

    /// <summary>Takes the last reset back.</summary>
    /// <returns>The lab, and where the files that were replaced are now.</returns>
    /// <exception cref="WorkshopException">There is none.</exception>
    public (string Slug, string Replaced) Undo()
    {
        var backup = (Directory.Exists(Folder) ? Directory.GetDirectories(Folder) : [])
            .Where(path => Path.GetExtension(path).Length == 0)
            .MaxBy(path => Path.GetFileName(path), StringComparer.Ordinal)
            ?? throw WorkshopException.WrongUse("There is nothing to undo: no lab was reset, or every reset was undone.");
        var slug = Path.GetFileName(backup)[(TimeLength + 1)..];
        var replaced = Path.Combine(Folder, $"{Name(slug)}.before-undo");
        FolderCopy.Make(workshop.PathOf("labs", slug), replaced);
        FolderCopy.Restore(backup, workshop.PathOf("labs", slug));
        BusyFile.Retry(backup, () => Directory.Move(backup, $"{backup}.undone"));
        return (slug, workshop.Show(replaced));
    }

    // The names are in the order of time.
    private string Name(string slug) =>
        $"{time.GetLocalNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}-{slug}";
}
