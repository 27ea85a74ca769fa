using System.Globalization;
using System.Text;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>Remembers what a lab's packages were restored from, so that the next build can leave the restore out.</summary>
internal sealed class RestoreNote(WorkshopFolder workshop, Lab lab, Grade grade)
{
    private string NoteFile => workshop.PathOf("artifacts", "checks", $"{lab.Slug}.{grade.ToName()}.restored.txt");

    private string Assets => workshop.PathOf("artifacts", "obj", "tests", lab.Slug, grade.ToName(), "project.assets.json");

    public bool Holds => File.Exists(NoteFile) && File.Exists(Assets) && File.ReadAllText(NoteFile) == Inputs();

    public void Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(NoteFile)!);
        File.WriteAllText(NoteFile, Inputs());
    }

    // Every file that says which packages there are, by size and time.
    private string Inputs()
    {
        var standIns = Path.Combine("eng", "standins");
        var inputs = new StringBuilder(workshop.Root);
        foreach (var file in Files(Path.Combine("labs", lab.Slug), "*.csproj")
            .Concat(Files(Path.Combine("solutions", lab.Slug), "*.csproj"))
            .Concat(Files(Path.Combine("labs", "ServiceDefaults"), "*.csproj"))
            .Concat(Files(Path.Combine("tests", lab.Slug), "*.csproj"))
            .Concat(Files(Path.Combine("tests", "Harness"), "*.csproj"))
            .Concat(Files("tests", "Directory.*"))
            .Concat(Files("", "Directory.*"))
            .Concat(Files(standIns, "*.*proj", SearchOption.AllDirectories))
            .Concat(Files(standIns, "*.targets"))
            .Concat(Files(Path.Combine("artifacts", "obj", standIns, "probe"), "*.txt"))
            .OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            inputs.Append(CultureInfo.InvariantCulture, $"\n{workshop.Show(file.FullName)} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        }

        return inputs.ToString();
    }

    // A folder that is not there has no files.
    private IEnumerable<FileInfo> Files(string folder, string pattern, SearchOption option = SearchOption.TopDirectoryOnly) =>
        new DirectoryInfo(workshop.PathOf(folder)) is { Exists: true } there ? there.EnumerateFiles(pattern, option) : [];
}
