using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Workshop.Runner.Copies;
using Workshop.Runner.Labs;
using Workshop.Runner.Upgrading;

namespace Workshop.Tests;

/// <summary>A small workshop of version 1.0.0, and packages of other versions made by hand.</summary>
internal sealed class UpgradeFixture : IDisposable
{
    private const string Template = """
        {
          "sources": [
            { "condition": "(short)", "source": "./marked/", "target": "./" },
            { "source": "../", "target": "./", "exclude": ["README.md", "dotnet-new-template/**", "tests/*/mistakes/**", "tests/Interop/*.cs*"] },
            { "source": "./workshop/", "target": "./" }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _came;

    public UpgradeFixture(params (string File, string Text)[] more)
    {
        _came = Tree("1.0.0");
        foreach (var (file, text) in more)
        {
            _came[file] = text;
        }

        foreach (var (file, text) in _came)
        {
            Write(file, text);
        }

        Write(GivenFiles.Path, Given(_came));
        Workshop = new WorkshopFolder(Root);
        new PristineCopy(Workshop).MakeWhereAbsent();
    }

    public string Root => _folder.PathOf("workshop");

    public WorkshopFolder Workshop { get; }

    /// <summary>What a version holds.</summary>
    public static Dictionary<string, string> Tree(string version) => new()
    {
        ["Directory.Build.props"] = $"<Project><PropertyGroup><Version>{version}</Version></PropertyGroup></Project>",
        ["README.md"] = $"# Version {version}\n",
        ["workshop.cs"] = "// front door\n",
        ["docs/01-one.md"] = "# One\n",
        ["labs/01-one/README.md"] = "# Lab 01: One\n",
        ["labs/01-one/Answer.cs"] = "// TODO\n",
        ["labs/01-one/Other.cs"] = "// TODO too\n",
        ["labs/02-two/README.md"] = "# Lab 02: Two\n",
        ["labs/02-two/Answer.cs"] = "// TODO two\n",
        ["labs/03-three/README.md"] = "# Lab 03: Three\n",
        ["labs/03-three/Answer.cs"] = "// TODO three\n",
        ["protos/one.proto"] = "// a contract\n",
        ["tests/01-one/Checks.cs"] = "// checks\n",
        ["eng/runner/Program.cs"] = "// runner\n",
    };

    /// <summary>The README for a workshop that something was left out of.</summary>
    public static string MarkedReadme(string version) => $"""
        # Version {version}
        <!--#if (lab02) -->
        two
        <!--#endif -->
        <!--#if (lab03 && solutions) -->
        the solution of three
        <!--#endif -->
        <!--#if (solutions) -->
        solutions
        <!--#endif -->
        end

        """;

    /// <summary>A package of a version: its tree, with changes; null takes a file away.</summary>
    public string Package(string version, params (string File, string? Text)[] changes) => Package(version, WorkshopPackage.Id, changes);

    public string Package(string version, string id, params (string File, string? Text)[] changes)
    {
        var tree = new Dictionary<string, string>(_came);
        foreach (var (file, text) in Tree(version).Select(file => (file.Key, (string?)file.Value)).Concat(changes))
        {
            if (text is null)
            {
                tree.Remove(file);
            }
            else
            {
                tree[file] = text;
            }
        }

        var package = _folder.PathOf($"{id}.{version}.{Guid.NewGuid():N}.nupkg");
        using var zip = ZipFile.Open(package, ZipArchiveMode.Create);
        Add(zip, $"{id}.nuspec", $"<package><metadata><id>{id}</id><version>{version}</version></metadata></package>");
        Add(zip, "content/dotnet-new-template/.template.config/template.json", Template);
        Add(zip, "content/dotnet-new-template/marked/README.md", MarkedReadme(version));
        Add(zip, "content/README.md", "# For maintainers\n");
        Add(zip, "content/tests/01-one/mistakes/Wrong.cs", "// for maintainers\n");
        Add(zip, "content/tests/Interop/Interop.csproj", "<!-- for maintainers -->\n");
        Add(zip, $"content/dotnet-new-template/workshop/{GivenFiles.Path}", Given(tree));
        foreach (var (file, text) in tree)
        {
            Add(zip, file is "README.md" ? "content/dotnet-new-template/workshop/README.md" : $"content/{file}", text);
        }

        return package;
    }

    public UpgradeResult Upgrade(string? package) => new UpgradeRun(Workshop, TimeProvider.System).Do(package);

    public string PathOf(string file) => Path.Combine(Root, file);

    public void Write(string file, string text) => _folder.Write($"workshop/{file}", text);

    public string? Read(string file) => File.Exists(PathOf(file)) ? File.ReadAllText(PathOf(file)) : null;

    /// <summary>All files but the runner's notes, with what they hold.</summary>
    public string[] Files() =>
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(Workshop.Show)
            .Where(file => !file.StartsWith(".workshop/", StringComparison.Ordinal))
            .Select(file => $"{file}: {Read(file)}")
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Dispose();

    private static string Given(Dictionary<string, string> tree) => string.Concat(
        tree.Select(file => $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(file.Value)))} {file.Key}\n"));

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
