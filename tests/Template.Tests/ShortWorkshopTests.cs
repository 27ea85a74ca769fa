using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Workshop.Tests;

/// <summary>Workshops for a short class, by the template's options. One of them is built and checked; with the environment variable
/// <c>WORKSHOP_LONG=1</c>, all are.</summary>
public sealed partial class ShortWorkshopTests(InstalledTemplate template)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly string[] Marked = [".vscode/launch.json", ".vscode/tasks.json", "README.md", "Workshop.sln"];

    private static readonly string AllLabs = string.Join(
        ' ', Directory.GetDirectories(Repository.PathOf("labs"), "??-*").Select(lab => Path.GetFileName(lab)[..2]).Order(StringComparer.Ordinal));

    /// <summary>The options, and what is there then.</summary>
    public static TheoryData<string, string, bool> Options => new()
    {
        { "--solutions false", AllLabs, false },
        { "--labs 01,02", "01 02", true },
        { "--labs 7,5,2,3", "02 03 05 07", true },
        { "--solutions false --labs 01,02", "01 02", false },
        { $"--labs {AllLabs.Replace(' ', ',')}", AllLabs, true },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public async Task It_is_the_whole_workshop_without_what_was_left_out(string options, string labs, bool solutions)
    {
        var workshop = await MakeAsync(options);

        string[] expected = [.. template.FilesMade.Where(file => IsThere(file, labs, solutions))];
        Assert.Equal(expected, InstalledTemplate.FilesOf(workshop));
        var isWhole = expected.Length == template.FilesMade.Count;
        Assert.All(expected.Where(file => isWhole || !Marked.Contains(file)), file => Assert.Equal(
            InstalledTemplate.HashOf(Path.Combine(template.Untouched, file)), InstalledTemplate.HashOf(Path.Combine(workshop, file))));
        Assert.Equal(Projects(template.Untouched).Where(project => IsThere(project, labs, solutions)), Projects(workshop));
        AssertNoRest(File.ReadAllLines(Path.Combine(workshop, "Workshop.sln")));
        Assert.Equal(labs.Split(' '), LabsToChoose(workshop));
        Assert.Equal(labs.Split(' '), LabLink().Matches(File.ReadAllText(Path.Combine(workshop, "README.md"))).Select(link => link.Groups[1].Value));
    }

    [Theory]
    [InlineData("09")]
    [InlineData("01,09")]
    [InlineData("hello")]
    public async Task A_lab_that_there_is_not_is_named_and_nothing_is_made(string labs)
    {
        var target = template.TemporaryPath("wrong", labs);

        var made = await template.MakeAsync(target, "--labs", labs);

        // 105: a post-action failed, which is how a template can refuse (https://aka.ms/templating-exit-codes).
        Assert.True(made.ExitCode == 105, made.All);
        Assert.Contains("No workshop was made: --labs names a lab that there is not.", made.All, StringComparison.Ordinal);
        Assert.Contains("""such as --labs "01,02". They are: 01 Hello, 02 Upload,""", made.All, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet workshop.cs", made.All, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any());
    }

    [Fact]
    public void The_options_name_every_lab()
    {
        var labs = AllLabs.Split(' ');
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("dotnet-new-template", ".template.config", "template.json")));
        var symbols = json.RootElement.GetProperty("symbols");
        var titles = labs.Select(lab => $"{lab} {TitleOf(lab)}");

        Assert.EndsWith($"The labs are: {string.Join(", ", titles)}.", symbols.GetProperty("labs").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(
            $"They are: {string.Join(", ", titles)}.",
            json.RootElement.GetProperty("postActions")[1].GetProperty("manualInstructions")[0].GetProperty("text").GetString(),
            StringComparison.Ordinal);
        Assert.All(labs, lab => Assert.Contains($"!lab{lab}", symbols.GetProperty("short").GetProperty("value").GetString(), StringComparison.Ordinal));
        Assert.All(labs, lab => Assert.True(symbols.TryGetProperty($"lab{lab}", out _), lab));
        Assert.All(labs, lab => Assert.Matches(symbols.GetProperty("labsAreKnown").GetProperty("parameters").GetProperty("pattern").GetString()!, lab));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task It_builds_without_a_warning_and_its_checks_are_calm(string options, string labs, bool solutions)
    {
        var both = !solutions && labs != AllLabs;
        Assert.SkipUnless(both || Environment.GetEnvironmentVariable("WORKSHOP_LONG") == "1", "Building each takes about a minute: WORKSHOP_LONG=1.");
        var workshop = await MakeAsync(options);

        var build = await BoundedProcess.RunAsync(workshop, Limit, ["build", "Workshop.sln", "--nologo", "-tl:off", "-v", "m"]);
        var check = await RunAsync(workshop, "check", labs[..2], "--json");
        var solution = await RunAsync(workshop, "check", labs[..2], "--grade", "solutions", "--json");

        Assert.True(build.ExitCode == 0, build.All);
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
        Assert.Contains("\"notImplementedYet\"", check.Output, StringComparison.Ordinal);
        Assert.True(check.ExitCode == 1, check.All);
        Assert.True(solution.ExitCode == (solutions ? 0 : 2), solution.All);
        Assert.Equal(!solutions, solution.All.Contains("This workshop came without solutions", StringComparison.Ordinal));
        Assert.Equal(!solutions, (await RunAsync(workshop, "diff", labs[..2])).All.Contains("This workshop came without solutions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upgrade_of_it_makes_what_the_newer_template_makes()
    {
        const string Chosen = "--solutions false --labs 01,02";
        var upgraded = await MakeAsync(Chosen);
        var newer = template.TemporaryPath("newer for short ones.nupkg");
        NewerPackage.Make(template.Package, newer, new()
        {
            ["Directory.Build.props"] = text => text.Replace("<Version>1.0.0<", "<Version>1.1.0<", StringComparison.Ordinal),
            ["labs/01-hello/HelloService.cs"] = text => $"{text}// 1.1.0\n",
            ["labs/03-log-tail/LogHub.cs"] = text => $"{text}// 1.1.0\n",
            ["dotnet-new-template/marked/Workshop.sln"] = text => text.Replace("# Visual Studio Version 17", "# Visual Studio Version 18", StringComparison.Ordinal),
            ["dotnet-new-template/marked/README.md"] = text => text.Replace("## The labs", "## The labs of 1.1.0", StringComparison.Ordinal),
        });
        (string, string?) home = ("DOTNET_CLI_HOME", template.TemporaryPath("home of short ones"));
        await BoundedProcess.RunAsync(Repository.Root, Limit, ["new", "install", newer], home);
        var fresh = template.TemporaryPath("short and fresh");
        var made = await BoundedProcess.RunAsync(Repository.Root, Limit, ["new", "grpc-workshop", "-o", fresh, .. Chosen.Split(' ')], home);
        Assert.True(made.ExitCode == 0, made.All);

        var upgrade = await RunAsync(upgraded, "upgrade", newer, "--plain");

        Assert.True(upgrade.ExitCode == 0, upgrade.All);
        string[] files = [.. InstalledTemplate.FilesOf(upgraded).Where(file => !file.StartsWith(".workshop/", StringComparison.Ordinal))];
        Assert.Equal(InstalledTemplate.FilesOf(fresh), files);
        Assert.All(files, file => Assert.True(
            InstalledTemplate.HashOf(Path.Combine(fresh, file)) == InstalledTemplate.HashOf(Path.Combine(upgraded, file)), file));
        Assert.Contains("## The labs of 1.1.0", File.ReadAllText(Path.Combine(upgraded, "README.md")), StringComparison.Ordinal);
    }

    private async Task<string> MakeAsync(string options)
    {
        var workshop = template.TemporaryPath("short", Guid.NewGuid().ToString("N"));
        var made = await template.MakeAsync(workshop, options.Split(' '));
        Assert.True(made.ExitCode == 0, made.All);
        return workshop;
    }

    // Written out here, so that a pattern too many in template.json is noticed.
    private static bool IsThere(string file, string labs, bool solutions) => file.Split('/') switch
    {
        ["solutions", ..] when !solutions => false,
        ["labs" or "solutions" or "tests", var lab, ..] when char.IsDigit(lab[0]) => labs.Contains(lab[..2], StringComparison.Ordinal),
        ["bench", ..] => solutions && Array.TrueForAll(["02", "03", "05", "07"], lab => labs.Contains(lab, StringComparison.Ordinal)),
        _ => true,
    };

    private static string[] Projects(string workshop) =>
    [
        .. File.ReadAllLines(Path.Combine(workshop, "Workshop.sln")).Select(line => SolutionEntry().Match(line))
            .Select(match => match.Groups["path"].Value.Replace('\\', '/'))
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)),
    ];

    // No line of a project that is gone, no folder without a project, no condition.
    private static void AssertNoRest(string[] solution)
    {
        var entries = solution.Select(line => SolutionEntry().Match(line)).Where(match => match.Success).ToArray();
        var ids = entries.Select(match => match.Groups["id"].Value).ToHashSet();
        var nested = solution.Select(line => Nested().Match(line)).Where(match => match.Success).Select(match => match.Groups["parent"].Value).ToArray();
        Assert.All(solution.Select(line => IdOfLine().Match(line)).Where(match => match.Success), match => Assert.Contains(match.Groups[1].Value, ids));
        Assert.All(nested, parent => Assert.Contains(parent, ids));
        Assert.All(
            entries.Where(match => !match.Groups["path"].Value.EndsWith(".csproj", StringComparison.Ordinal)),
            folder => Assert.Contains(folder.Groups["id"].Value, nested));
        Assert.Equal(entries.Length, solution.Count(line => line == "EndProject"));
        Assert.DoesNotContain(solution, line => line.StartsWith("#if", StringComparison.Ordinal) || line.StartsWith("#endif", StringComparison.Ordinal));
    }

    private static string?[] LabsToChoose(string workshop)
    {
        var comma = new JsonDocumentOptions { AllowTrailingCommas = true };
        using var launches = JsonDocument.Parse(File.ReadAllText(Path.Combine(workshop, ".vscode", "launch.json")), comma);
        using var tasks = JsonDocument.Parse(File.ReadAllText(Path.Combine(workshop, ".vscode", "tasks.json")), comma);
        string?[] options = [.. tasks.RootElement.GetProperty("inputs")[0].GetProperty("options").EnumerateArray().Select(option => option.GetString())];
        Assert.Equal(options.Length, launches.RootElement.GetProperty("configurations").GetArrayLength());
        return options;
    }

    private static string TitleOf(string lab) =>
        File.ReadLines(Path.Combine(Directory.GetDirectories(Repository.PathOf("labs"), $"{lab}-*").Single(), "README.md")).First().Split(": ")[1];

    // The runner as it is built here: workshop.cs would build that of the workshop.
    private static Task<BoundedProcessResult> RunAsync(string workshop, params string[] arguments) => BoundedProcess.RunAsync(
        workshop,
        Limit,
        ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), .. arguments],
        ("WORKSHOP_ROOT", workshop));

    [GeneratedRegex(@"^\| \[(\d\d) [^\]]*\]\(labs/\1-", RegexOptions.Multiline)]
    private static partial Regex LabLink();

    [GeneratedRegex(@"^Project\(.*\) = "".*"", ""(?<path>.*)"", ""(?<id>\{.*\})""")]
    private static partial Regex SolutionEntry();

    [GeneratedRegex(@"^\t\t(?<child>\{.*\}) = (?<parent>\{.*\})$")]
    private static partial Regex Nested();

    [GeneratedRegex(@"^\t\t(\{[^}]*\})(\.| = \{)")]
    private static partial Regex IdOfLine();
}
