using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Copies;

/// <summary>A given file that is not as it came.</summary>
/// <param name="File">Its path in the workshop.</param>
/// <param name="How">changed, deleted or added.</param>
internal sealed record AlteredFile(string File, string How);

/// <summary>The workshop's files as they came, in .workshop/pristine: what reset gives back, and what report compares with.</summary>
/// <remarks>A workshop has no git. The copy is made with the workshop, or else at the runner's first start in it; a lab
/// that was edited before that is kept as it was then.</remarks>
internal sealed class PristineCopy(WorkshopFolder workshop)
{
    private static readonly string[] Whole = ["protos"];

    private static readonly string[] ByFolder = ["labs", "tests"];

    /// <summary>Copies what is not copied yet. The maintainers' repository has git, and needs no copy.</summary>
    public void MakeWhereAbsent()
    {
        if (workshop.IsRepository)
        {
            return;
        }

        foreach (var folder in Whole.Concat(ByFolder.SelectMany(Folders)).Where(folder => !Directory.Exists(PathOf(folder))))
        {
            try
            {
                FolderCopy.Make(workshop.PathOf(folder), PathOf(folder));
            }
            catch (Exception problem) when (WorkshopException.IsOfFile(problem))
            {
                // Another runner was faster, or the folder cannot be written to, which the command itself will say.
            }
        }
    }

    /// <summary>Where a lab's pristine files are.</summary>
    /// <exception cref="WorkshopException">They are not kept.</exception>
    public string FolderOf(Lab lab)
    {
        if (workshop.IsRepository)
        {
            throw WorkshopException.WrongUse(
                $"This is the maintainers' repository, where labs are reset by git: git restore labs/{lab.Slug}");
        }

        var folder = PathOf($"labs/{lab.Slug}");
        return Directory.Exists(folder) ? folder : throw WorkshopException.Environment(
            $"There is no copy of lab {lab.Number} as it came, because .workshop/ could not be written to. "
            + $"Get the folder labs/{lab.Slug} from a new copy of the workshop.");
    }

    /// <summary>The labs as they came, relative to the workshop: a grade of its own, for a build.</summary>
    public const string Labs = ".workshop/pristine/labs";

    /// <summary>Whether a file of a workshop is one of those that are kept as they came.</summary>
    /// <param name="file">Its path in the workshop.</param>
    public static bool Keeps(string file) => file.Split('/') is [var parent, _, ..] parts
        && (Whole.Contains(parent) || (ByFolder.Contains(parent) && parts.Length > 2));

    /// <summary>Where the copy of a file is that is kept.</summary>
    public string FileOf(string file) => PathOf(file);

    /// <summary>Whether a lab as it came is kept.</summary>
    public bool Has(Lab lab) => Directory.Exists(PathOf($"labs/{lab.Slug}"));

    /// <summary>Whether a lab, or a contract, is another one now than it came.</summary>
    public bool IsAltered(Lab lab) =>
        Whole.Append($"labs/{lab.Slug}").SelectMany(Altered).Any(file => LabFiles.IsAnswer(file.File));

    /// <summary>Whether a given file was changed, or was not there when the workshop came.</summary>
    /// <param name="file">Its path in the workshop.</param>
    public bool IsAltered(string file) =>
        file.Split('/') is [var parent, var folder, _, ..] && Directory.Exists(PathOf($"{parent}/{folder}"))
        && File.Exists(workshop.PathOf(file)) && !FileContent.Same(PathOf(file), workshop.PathOf(file));

    /// <summary>The given files that say something else now: checks, snapshots, contracts.</summary>
    public IReadOnlyList<AlteredFile> Altered() => [.. Whole.Concat(Folders("tests"))
        .Where(folder => Directory.Exists(PathOf(folder)))
        .SelectMany(folder => Altered(folder))];

    private IEnumerable<AlteredFile> Altered(string folder)
    {
        var (copy, now) = (PathOf(folder), workshop.PathOf(folder));
        return FolderCopy.Files(copy).Union(FolderCopy.Files(now), FolderCopy.NameComparer)
            .Where(file => !file.Contains(".received.", StringComparison.Ordinal) && Path.GetExtension(file) is not ".new")
            .Where(file => !FileContent.Same(Path.Combine(copy, file), Path.Combine(now, file)))
            .Select(file => new AlteredFile(
                $"{folder}/{file.Replace('\\', '/')}",
                !File.Exists(Path.Combine(now, file)) ? "deleted" : !File.Exists(Path.Combine(copy, file)) ? "added" : "changed"));
    }

    private IEnumerable<string> Folders(string parent) => Directory.Exists(workshop.PathOf(parent))
        ? Directory.EnumerateDirectories(workshop.PathOf(parent)).Select(path => $"{parent}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)
        : [];

    private string PathOf(string folder) => workshop.PathOf(".workshop", "pristine", folder);
}
