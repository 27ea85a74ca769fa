using System.Text.RegularExpressions;
using Xunit;

namespace Workshop.Tests;

/// <summary>The folders of the runner use each other in one direction.</summary>
public sealed partial class FolderCircleTests
{
    private static readonly string Runner = Repository.PathOf("eng", "runner");

    [Fact]
    public void No_folder_of_the_runner_uses_one_that_uses_it()
    {
        var uses = Directory.GetDirectories(Runner).ToDictionary(
            folder => Path.GetFileName(folder),
            folder => Directory.EnumerateFiles(folder, "*.cs")
                .SelectMany(file => Other().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
                .Where(other => other != Path.GetFileName(folder) && Directory.Exists(Path.Combine(Runner, other)))
                .ToHashSet());

        Assert.Contains("Labs", uses["Grading"]);
        // Whoever uses nothing that is left can be in no circle.
        while (uses.FirstOrDefault(folder => !folder.Value.Any(uses.ContainsKey)).Key is { } free)
        {
            uses.Remove(free);
        }

        Assert.Empty(uses.Keys);
    }

    [GeneratedRegex(@"\bWorkshop\.Runner\.(\w+)")]
    private static partial Regex Other();
}
