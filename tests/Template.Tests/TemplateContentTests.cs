using System.IO.Compression;
using System.Text.RegularExpressions;
using Xunit;

namespace Workshop.Tests;

public sealed partial class TemplateContentTests(InstalledTemplate template)
{
    private const string GivenFiles = "eng/given.txt";
    private const string NoGit = "This copy has no git, which knows the tracked files.";

    [Fact]
    public async Task A_workshop_is_the_tracked_tree_byte_for_byte_and_nothing_else()
    {
        Assert.SkipUnless(TrackedFiles.AreKnown, NoGit);
        var tracked = await TrackedFiles.ListAsync(Repository.Root);

        string[] expected = [.. tracked.Where(file => !TrackedFiles.IsMaintainers(file)).Append("README.md").Order(StringComparer.Ordinal)];

        Assert.Equal(expected.Append(GivenFiles).Order(StringComparer.Ordinal), template.FilesMade);
        var given = File.ReadLines(Path.Combine(template.Untouched, GivenFiles)).Select(line => line.Split(' ')).ToDictionary(line => line[1], line => line[0]);
        Assert.All(expected, file => Assert.Equal(InstalledTemplate.HashOf(Source(file)), given[file], ignoreCase: true));
        Assert.All(expected, file => Assert.True(
            InstalledTemplate.HashOf(Source(file)) == InstalledTemplate.HashOf(Path.Combine(template.Untouched, file)),
            $"{file} is not what it is in the repository."));
    }

    [Fact]
    public async Task No_tracked_file_has_a_name_that_a_package_would_change()
    {
        Assert.SkipUnless(TrackedFiles.AreKnown, NoGit);

        Assert.All(await TrackedFiles.ListAsync(Repository.Root), file => Assert.Matches(PlainName(), file));
    }

    [Fact]
    public void A_workshop_holds_no_output_and_no_repository() =>
        Assert.DoesNotContain(template.FilesMade, file => OutputFolder().IsMatch(file));

    [Fact]
    public void Every_project_that_the_solution_names_is_there()
    {
        var projects = ProjectPath().Matches(File.ReadAllText(Path.Combine(template.Untouched, "Workshop.sln")))
            .Select(match => match.Groups[1].Value.Replace('\\', '/')).ToArray();

        Assert.NotEmpty(projects);
        Assert.Subset(template.FilesMade.ToHashSet(), projects.ToHashSet());
    }

    [Fact]
    public async Task An_archive_without_git_packs_the_same_files()
    {
        Assert.SkipUnless(TrackedFiles.AreKnown, NoGit);
        var archive = template.TemporaryPath("archive");
        foreach (var file in await TrackedFiles.ListAsync(Repository.Root))
        {
            var copy = Path.Combine(archive, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(file), copy);
        }

        // What a build and an editor leave behind.
        foreach (var rubbish in new[] { "labs/01-hello/bin/Debug/a.dll", "artifacts/obj/a.json", ".vs/a.suo", "tests/01-hello/a.received.txt" })
        {
            var path = Path.Combine(archive, rubbish);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, "");
        }

        var package = await template.PackAsync(archive);

        Assert.Equal(Content(template.Package), Content(package));
    }

    private static string Source(string file) =>
        file == "README.md" ? Repository.PathOf("dotnet-new-template", "workshop", "README.md") : Repository.PathOf(file);

    private static string[] Content(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return
        [
            .. zip.Entries.Select(entry => entry.FullName)
                .Where(name => name.StartsWith("content/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"^[A-Za-z0-9._/{}-]+$")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"(^|/)(bin|obj|artifacts|TestResults|\.git|\.vs)/|\.received\.")]
    private static partial Regex OutputFolder();

    [GeneratedRegex(@"""([^""]+\.csproj)""")]
    private static partial Regex ProjectPath();
}
