using System.Text.RegularExpressions;

namespace Workshop.Runner.Labs;

/// <summary>The folder of a workshop. The folders in labs/ are the list of labs; there is no other.</summary>
internal sealed partial class WorkshopFolder(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>True in the maintainers' repository, which can make workshops; false in a workshop.</summary>
    public bool IsRepository => Directory.Exists(PathOf("dotnet-new-template"));

    /// <summary>What is graded unless a command says otherwise; the same rule as in Directory.Build.props.</summary>
    public Grade DefaultGrade =>
        Enum.TryParse<Grade>(Environment.GetEnvironmentVariable("Grade"), ignoreCase: true, out var grade) ? grade
        : IsRepository ? Grade.Solutions
        : Grade.Labs;

    /// <summary>The labs in order.</summary>
    public IReadOnlyList<Lab> ReadLabs()
    {
        var folder = PathOf("labs");
        var slugs = Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => Slug().IsMatch(name))
            : [];
        Lab[] labs = [.. slugs.Order(StringComparer.Ordinal)
            .Select(slug => LabReadme.Read(slug, Path.Combine(folder, slug, "README.md")))];
        return labs.Length > 0 ? labs : throw WorkshopException.Environment(
            $"There are no labs in {folder}. This copy of the workshop is not complete: get it again.");
    }

    /// <summary>Finds a lab by number, name or folder: 1, 01, hello, 01-hello, labs/01-hello.</summary>
    /// <exception cref="WorkshopException">There is none.</exception>
    public Lab Find(string text)
    {
        var labs = ReadLabs();
        var name = text.TrimEnd('/', '\\').Split('/', '\\')[^1];
        return labs.FirstOrDefault(lab => lab.IsCalled(name)) ?? throw WorkshopException.WrongUse(
            $"There is no lab '{text}'. The labs are: {string.Join(", ", labs.Select(lab => lab.Slug))}. "
            + $"Name one by its number or name, such as {labs[0].Number}.");
    }

    /// <summary>The folders in which a student edits.</summary>
    public IEnumerable<string> EditedFolders() =>
        new[] { "labs", "protos", DefaultGrade.ToName() }.Distinct().Where(folder => Directory.Exists(PathOf(folder)));

    /// <summary>The path of something in the workshop.</summary>
    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder of <c>google/api/annotations.proto</c> and <c>google/rpc/status.proto</c>, which contracts import. A build
    /// takes them from a package; they are the same files.</summary>
    public string CommonProtos => PathOf("eng", "standins", "Google.Api.CommonProtos", "protos");

    /// <summary>A path as it is shown: relative to the workshop, with slashes.</summary>
    public string Show(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    [GeneratedRegex(@"^\d\d-.+$")]
    private static partial Regex Slug();
}
