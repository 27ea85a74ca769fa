using Workshop.Runner.Authoring;
using Workshop.Runner.Commands;
using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests.Authoring;

/// <summary>A clone by Git for Windows as it is installed, with <c>core.autocrlf=true</c>.</summary>
public sealed class CloneTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string[] Commands =
        [.. WorkshopCommand.Create(new WorkshopFolder(Repository.Root)).Subcommands.Select(command => command.Name)];

    [Fact]
    public async Task A_clone_with_autocrlf_has_one_line_end_and_breaks_no_rule_of_the_texts()
    {
        Assert.SkipUnless(Path.Exists(Repository.PathOf(".git")), "This copy has no git.");
        using var folder = new TemporaryFolder();
        var clone = folder.PathOf("clone");

        var made = await BoundedProcess.RunProgramAsync(
            "git", folder.Root, Limit, ["-c", "core.autocrlf=true", "clone", "-q", "--depth", "1", new Uri(Repository.Root).AbsoluteUri, clone]);

        Assert.True(made.ExitCode == 0, made.All);
        Assert.DoesNotContain(FilesOf(clone), file => IsTextWithCarriageReturn(Path.Combine(clone, file)));
        var workshop = new WorkshopFolder(clone);
        Defect[] defects =
        [
            .. workshop.ReadLabs().Select(lab => new AuthoredLab(workshop, lab)).SelectMany(lab =>
                TaskRules.Find(lab).Concat(SnapshotRules.Find(lab)).Concat(AnswerRules.Find(lab))),
            .. LinkRules.Find(workshop, Commands),
            .. SolutionFileRules.Find(workshop),
        ];
        Assert.Empty(defects);
    }

    private static IEnumerable<string> FilesOf(string clone) => Directory
        .EnumerateFiles(clone, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(clone, file))
        .Where(file => !file.StartsWith(".git" + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static bool IsTextWithCarriageReturn(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return !bytes.Contains((byte)0) && bytes.Contains((byte)'\r');
    }
}
