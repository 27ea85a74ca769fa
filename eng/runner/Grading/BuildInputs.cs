using System.Security.Cryptography;
using System.Text;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>Everything that the checks of a lab are built from, as two numbers. Content alone counts: the time of a file says
/// nothing where it replaces another, or where a disk counts in steps of two seconds.</summary>
/// <param name="Sources">Of the C# files of the answer.</param>
/// <param name="Rest">Of all else: which files there are, projects, contracts, checks, harness, stand-ins, packages.</param>
internal sealed record BuildInputs(string Sources, string Rest)
{
    private static readonly string[] Output = ["bin", "obj", "artifacts", "node_modules", "mistakes", "snapshots"];

    private static readonly string[] Prose = [".md", ".new", ".tmp", ".swp", ".user", ".orig"];

    public static BuildInputs Read(WorkshopFolder workshop, Lab lab, Grade grade)
    {
        string[] answers = [workshop.PathOf("labs", lab.Slug), workshop.PathOf("solutions", lab.Slug)];
        var files = Files(workshop, lab, grade).Order(StringComparer.Ordinal).ToLookup(file =>
            Path.GetExtension(file) is ".cs"
            && answers.Any(folder => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        var names = string.Join('\n', files[true].Select(workshop.Show));
        return new BuildInputs(
            Hash(workshop, files[true]),
            // Which sources there are belongs to the rest: a file more or less is for MSBuild to find.
            $"{Hash(workshop, files[false])} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)))}");
    }

    private static IEnumerable<string> Files(WorkshopFolder workshop, Lab lab, Grade grade)
    {
        // What the labs and the checks share; not the other labs, and not the maintainers' tests.
        string[] labs = [.. workshop.ReadLabs().Select(other => other.Slug)];
        IEnumerable<string> Others(string folder, string[] without) => Directory.Exists(workshop.PathOf(folder))
            ? Directory.EnumerateDirectories(workshop.PathOf(folder))
                .Where(path => Path.GetFileName(path) is var name && !without.Contains(name) && !name.EndsWith(".Tests", StringComparison.Ordinal))
            : [];
        string[] folders =
        [
            workshop.PathOf("labs", lab.Slug),
            .. grade is Grade.Solutions ? [workshop.PathOf("solutions", lab.Slug)] : Array.Empty<string>(),
            workshop.PathOf("tests", lab.Slug),
            workshop.PathOf("protos"),
            .. Others("eng", ["runner", "scaffold"]),
            // Two of its files are compiled into the harness.
            workshop.PathOf("eng", "runner", "Grading"),
            workshop.PathOf("artifacts", "obj", "eng", "standins", "probe"),
            .. Others("labs", labs),
            .. Others("tests", labs),
        ];
        string[] single = [workshop.Root, workshop.PathOf("tests"), workshop.PathOf("solutions")];
        return folders.Where(Directory.Exists).SelectMany(Below)
            .Concat(single.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).Where(Counts));
    }

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder).Where(Counts)
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith('.') && !Output.Contains(name)
                && !File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint))
            .SelectMany(Below));

    // Not what an editor leaves beside a file while it is open.
    private static bool Counts(string file) => Path.GetFileName(file) is var name
        && (!name.StartsWith('.') || name is ".editorconfig") && !name.EndsWith('~') && !Prose.Contains(Path.GetExtension(name));

    private static string Hash(WorkshopFolder workshop, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{workshop.Show(file)}\n"));
            hash.AppendData(Content(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // An editor may be replacing it at this very moment; it will say that it did.
    private static byte[] Content(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return SHA256.HashData(stream);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
