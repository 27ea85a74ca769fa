using Google.Protobuf;
using Workshop.Tests;

namespace Workshop.Schema.Tests.Changes;

/// <summary>The table of docs/schema-changes.md is what Google.Protobuf and the gate do.</summary>
public sealed class ChangeTests
{
    // Newer releases of Google.Protobuf refuse what is not UTF-8, and know the presence of fields in an edition.
    private static readonly string[] DependOnTheRelease = ["09", "34", "42"];

    public static TheoryData<string> Ids => [.. Change.All.Select(change => change.Id)];

    [Theory, MemberData(nameof(Ids))]
    public async Task The_table_says_what_bytes_JSON_and_the_gate_do(string id)
    {
        var change = Change.All.Single(change => change.Id == id);
        var page = await File.ReadAllLinesAsync(Repository.PathOf("docs", "schema-changes.md"), TestContext.Current.CancellationToken);
        var verdicts = new List<string>();
        foreach (var (category, _) in Verdicts.Categories.Reverse())
        {
            verdicts.Add(string.Join("<br>", await Verdicts.OfGateAsync(change, category)));
        }

        var row = $"| {change.Id.TrimStart('0')} | {change.Title} | {string.Join("<br>", Behaviour.OnTheWire(change))} | {string.Join("<br>", Behaviour.InJson(change))} "
            + $"| {string.Join(" | ", verdicts)} |";

        Assert.SkipWhen(
            DependOnTheRelease.Contains(id) && typeof(IMessage).Assembly.GetName().Version is not { Major: 3, Minor: 25 },
            "The table is that of Google.Protobuf 3.25.");
        Assert.True(page.Contains(row), $"docs/schema-changes.md lacks this row:\n{row}");
    }
}
