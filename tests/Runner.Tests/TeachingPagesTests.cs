using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

/// <summary>The pages for teachers and the slides say of a lab what the lab says of itself.</summary>
public sealed partial class TeachingPagesTests
{
    private const int FewestSlides = 8;
    private const int MostSlides = 12;

    private static readonly Lab[] Labs = [.. new WorkshopFolder(Repository.Root).ReadLabs()];

    public static TheoryData<string> Pages =>
        [.. Labs.SelectMany(lab => new[] { $"docs/teaching/{lab.Slug}.md", $"docs/slides/{lab.Slug}.md" })];

    public static TheoryData<string> Slugs => [.. Labs.Select(lab => lab.Slug)];

    [Theory, MemberData(nameof(Pages))]
    public void A_page_has_the_tasks_and_the_minutes_of_its_lab(string page)
    {
        var lab = Labs.Single(lab => page.EndsWith($"{lab.Slug}.md", StringComparison.Ordinal));
        var text = File.ReadAllText(Repository.PathOf(page));

        var minutes = lab.Minutes!;
        Assert.Contains($"\nMinutes: {minutes.Core} core ({minutes.Reading} of them reading), {minutes.Production} production\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(
            lab.Tasks.Select(task => (task.Id, task.Title, task.Minutes)),
            TaskRow().Matches(text).Select(row => (row.Groups[1].Value, row.Groups[2].Value, (int?)int.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture))));
    }

    [Theory, MemberData(nameof(Slugs))]
    public void A_typical_mistake_is_one_that_the_checks_know(string slug)
    {
        (string Name, string Why)[] told =
        [
            .. MistakeRow().Matches(File.ReadAllText(Repository.PathOf("docs", "teaching", $"{slug}.md")))
                .Select(row => (row.Groups[1].Value, row.Groups[2].Value)),
        ];

        Assert.NotEmpty(told);
        Assert.Equal(told.Select(mistake => (mistake.Name, WhyOf(slug, mistake.Name))), told);
    }

    [Theory, MemberData(nameof(Slugs))]
    public void Slides_are_few_and_begin_as_Marp_wants_them(string slug)
    {
        var slides = File.ReadAllText(Repository.PathOf("docs", "slides", $"{slug}.md")).ReplaceLineEndings("\n");

        Assert.StartsWith("---\nmarp: true\n", slides, StringComparison.Ordinal);
        // Two lines are those of the front matter.
        Assert.InRange(slides.Split('\n').Count(line => line == "---") - 1, FewestSlides, MostSlides);
    }

    private static string WhyOf(string slug, string mistake)
    {
        var file = Repository.PathOf("tests", slug, "mistakes", mistake, "mistake.json");
        return File.Exists(file) ? (string)JsonNode.Parse(File.ReadAllText(file))!["why"]! : "There is no such mistake.";
    }

    [GeneratedRegex(@"^\| (\d\d\.\d+) \| (.+?) \| (\d+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex TaskRow();

    [GeneratedRegex(@"^\| [\d., ]+ \| `(\w+)` \| (.+?) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex MistakeRow();
}
