using System.Text.Json.Nodes;
using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

/// <summary>What editors read knows every lab, and changes nothing that `dotnet run` does.</summary>
public sealed class EditorFilesTests
{
    private static readonly Lab[] Labs = [.. new WorkshopFolder(Repository.Root).ReadLabs()];

    [Fact]
    public void Each_lab_can_be_debugged_and_is_built_before()
    {
        var launches = Json(".vscode", "launch.json")["configurations"]!.AsArray();
        var tasks = Json(".vscode", "tasks.json")["tasks"]!.AsArray().ToDictionary(task => Text(task!, "label"), task => task!);

        Assert.Equal(Labs.Select(ProgramOf), launches.Select(launch => Text(launch!, "program")));
        Assert.Equal(Labs.Select(lab => $"${{workspaceFolder}}/labs/{lab.Slug}"), launches.Select(launch => Text(launch!, "cwd")));
        Assert.All(Labs.Zip(launches), pair => Assert.Contains(
            $"labs/{pair.First.Slug}", tasks[Text(pair.Second!, "preLaunchTask")]["args"]!.AsArray().Select(argument => (string?)argument)));
    }

    [Fact]
    public void Each_lab_can_be_chosen_for_a_check() =>
        Assert.Equal(
            Labs.Select(lab => lab.Number),
            Json(".vscode", "tasks.json")["inputs"]!.AsArray().Single()!["options"]!.AsArray().Select(option => (string)option!));

    /// <summary>With one, `dotnet run` writes a line about it in front of what the lab prints.</summary>
    [Fact]
    public void No_lab_has_a_launch_profile() =>
        Assert.All(Labs, lab => Assert.False(Directory.Exists(Repository.PathOf("labs", lab.Slug, "Properties")), lab.Slug));

    private static string ProgramOf(Lab lab)
    {
        var project = Path.GetFileNameWithoutExtension(Directory.GetFiles(Repository.PathOf("labs", lab.Slug), "*.csproj").Single());
        return $"${{workspaceFolder}}/artifacts/bin/labs/{lab.Slug}/debug/{project}.dll";
    }

    private static JsonNode Json(params string[] path) => JsonNode.Parse(File.ReadAllText(Repository.PathOf(path)))!;

    private static string Text(JsonNode node, string name) => (string)node[name]!;
}
