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

    /// <summary>`dotnet run` takes the first profile. An address or an environment there would be used instead of the lab's own; without
    /// a file, Visual Studio makes one that has both.</summary>
    [Fact]
    public void A_launch_profile_sets_nothing() =>
        Assert.All(Labs, lab => Assert.Equal(
            """{"profiles":{"server":{"commandName":"Project"}}}""",
            Json("labs", lab.Slug, "Properties", "launchSettings.json").ToJsonString()));

    private static string ProgramOf(Lab lab)
    {
        var project = Path.GetFileNameWithoutExtension(Directory.GetFiles(Repository.PathOf("labs", lab.Slug), "*.csproj").Single());
        return $"${{workspaceFolder}}/artifacts/bin/labs/{lab.Slug}/debug/{project}.dll";
    }

    private static JsonNode Json(params string[] path) => JsonNode.Parse(File.ReadAllText(Repository.PathOf(path)))!;

    private static string Text(JsonNode node, string name) => (string)node[name]!;
}
