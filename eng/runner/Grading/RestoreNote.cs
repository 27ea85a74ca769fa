using System.Globalization;
using System.Text;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>Remembers what a lab's packages were restored from, so that the next build can leave the restore out.</summary>
internal sealed class RestoreNote(WorkshopFolder workshop, Lab lab, Grade grade)
{
    private readonly string _grade = grade.ToString().ToLowerInvariant();

    private string NoteFile => workshop.PathOf("artifacts", "checks", $"{lab.Slug}.{_grade}.restored.txt");

    private string Assets => workshop.PathOf("artifacts", "obj", "tests", lab.Slug, _grade, "project.assets.json");

    public bool Holds => File.Exists(NoteFile) && File.Exists(Assets) && File.ReadAllText(NoteFile) == Inputs();

    public void Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(NoteFile)!);
        File.WriteAllText(NoteFile, Inputs());
    }

    public void Forget() => File.Delete(NoteFile);

    // Every file that says which packages there are, by size and time.
    private string Inputs()
    {
        var inputs = new StringBuilder(workshop.Root);
        foreach (var file in Folder("labs", lab.Slug).EnumerateFiles("*.csproj")
            .Concat(Folder("solutions", lab.Slug).EnumerateFiles("*.csproj"))
            .Concat(Folder("tests", lab.Slug).EnumerateFiles("*.csproj"))
            .Concat(Folder("tests", "Harness").EnumerateFiles("*.csproj"))
            .Concat(Folder("tests").EnumerateFiles("Directory.*"))
            .Concat(Folder().EnumerateFiles("Directory.*"))
            .Concat(Folder("eng", "standins").EnumerateFiles("*.*proj", SearchOption.AllDirectories))
            .Concat(Folder("eng", "standins").EnumerateFiles("*.targets"))
            .Concat(Folder("artifacts", "obj", "eng", "standins", "probe").EnumerateFiles("*.txt"))
            .OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            inputs.Append(CultureInfo.InvariantCulture, $"\n{workshop.Show(file.FullName)} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        }

        return inputs.ToString();
    }

    // A folder that is not there has no files.
    private FolderFiles Folder(params ReadOnlySpan<string> parts) => new(workshop.PathOf(parts));

    private readonly record struct FolderFiles(string Path)
    {
        public IEnumerable<FileInfo> EnumerateFiles(string pattern, SearchOption option = SearchOption.TopDirectoryOnly) =>
            Directory.Exists(Path) ? new DirectoryInfo(Path).EnumerateFiles(pattern, option) : [];
    }
}
