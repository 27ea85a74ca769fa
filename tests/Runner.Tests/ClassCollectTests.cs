using System.Text.Json;
using Workshop.Runner;
using Workshop.Runner.Copies;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Reports;
using Xunit;

namespace Workshop.Tests;

/// <summary>Forty reports of a class, some of them damaged or tampered with, as one table.</summary>
public sealed class ClassCollectTests(FixtureWorkshop workshop) : IClassFixture<FixtureWorkshop>, IDisposable
{
    private const int Students = 40;

    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Forty_reports_are_one_table_that_names_the_damaged_and_the_altered_ones()
    {
        for (var number = 1; number <= Students; number++)
        {
            HandIn(Report($"Student {number:00}", done: number % 4));
        }

        var cut = Change("Student 01", text => text[..(text.Length / 2)]);
        var better = Change("Student 02", text => text.Replace("\"verdict\": \"wrong\"", "\"verdict\": \"done\"", StringComparison.Ordinal));
        var given = HandIn(Report("Student 03", done: 3) with { Altered = [new AlteredFile("tests/01-one/Checks.cs", "changed")] });
        // What mail and editors do is no change.
        Change("Student 04", text => "\uFEFF" + text.ReplaceLineEndings("\r\n"));

        using var json = JsonDocument.Parse((await CollectAsync("--json")).Output);

        var students = json.RootElement.GetProperty("students").EnumerateArray().ToArray();
        Assert.Equal(Students - 1, students.Length);
        Assert.Equal(
            [(better, "The report was changed after it was made."), (given, "Given files are not as they came: tests/01-one/Checks.cs (changed).")],
            students.Where(student => student.GetProperty("remarks").GetArrayLength() > 0)
                .Select(student => (student.GetProperty("path").GetString()!, student.GetProperty("remarks")[0].GetString()!)));
        Assert.Equal(cut, Assert.Single(json.RootElement.GetProperty("damaged").EnumerateArray()).GetProperty("path").GetString());
        // Of 39: 10 have none done and did not begin, 9 have one, 10 two, of whom one says three, 10 all three.
        Assert.Equal(
            [("01.2", 9), ("01.3", 9)],
            json.RootElement.GetProperty("stuck").EnumerateArray()
                .Select(stuck => (stuck.GetProperty("task").GetString()!, stuck.GetProperty("students").GetArrayLength())));
    }

    [Fact]
    public async Task The_screen_the_spreadsheet_and_the_page_say_the_same()
    {
        HandIn(Report("Ünïcödé 李", done: 1));
        HandIn(Report("=HYPERLINK(\"http://x\"), <b>", done: 3));
        File.WriteAllText(_folder.PathOf("other.json"), "[]");

        var screen = await CollectAsync();

        Assert.True(screen.ExitCode == 0, screen.All);
        Assert.Contains($"Ünïcödé 李{new string(' ', 19)}1/2 + 0/1", screen.Output, StringComparison.Ordinal);
        Assert.Contains("Stuck on 01.2 Task 2: 1 (Ünïcödé 李)", screen.Output, StringComparison.Ordinal);
        Assert.Contains("! other.json: It is no whole report", screen.Output, StringComparison.Ordinal);
        Assert.Equal(
            """
            student,made,workshop,remarks,01-one core,01-one production,01.1,01.2,01.3
            "'=HYPERLINK(""http://x""), <b>",2026-01-02 03:04,1.0.0,,2 of 2,1 of 1,done,done,done
            Ünïcödé 李,2026-01-02 03:04,1.0.0,,1 of 2,0 of 1,done,wrong,not implemented yet

            """,
            File.ReadAllText(_folder.PathOf("class.csv")).ReplaceLineEndings("\n"));
        var page = File.ReadAllText(_folder.PathOf("class.html"));
        Assert.Contains("=HYPERLINK(&quot;http://x&quot;), &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>\"", page, StringComparison.Ordinal);
        Assert.Contains("01.2 Task 2: wrong", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_report_of_a_student_counts()
    {
        HandIn(Report("Li Na", done: 3) with { At = At.AddHours(1) }, "second.json");
        HandIn(Report("li na ", done: 1), "first.json");

        using var json = JsonDocument.Parse((await CollectAsync("--json")).Output);

        Assert.Equal(2, Assert.Single(json.RootElement.GetProperty("students").EnumerateArray()).GetProperty("labs")[0].GetProperty("core").GetProperty("done").GetInt32());
        Assert.EndsWith("first.json", Assert.Single(json.RootElement.GetProperty("older").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_a_terminal_obeys_is_not_shown()
    {
        HandIn(Report("Li \u001b[2J Na", done: 3), "escape.json");

        var screen = await CollectAsync();

        Assert.DoesNotContain("\u001b", screen.All, StringComparison.Ordinal);
        Assert.Contains("! escape.json: It has a name or a text that the workshop does not write.", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_reports_is_told_what_belongs_there()
    {
        var empty = await CollectAsync();

        Assert.Equal(2, empty.ExitCode);
        Assert.Contains("dotnet workshop.cs report", empty.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Li Na", "report-Li-Na.json")]
    [InlineData("../../etc: \"x\"", "report-etc-x.json")]
    [InlineData("李娜", "report-李娜.json")]
    [InlineData("...", "report-.json")]
    public void A_file_is_named_after_its_student(string student, string file) => Assert.Equal(file, ReportFile.NameOf(student));

    [Theory]
    [InlineData(null, "--student")]
    [InlineData("", "--student")]
    [InlineData("a\tb", "control character")]
    [InlineData("123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 1", "give 80 at most")]
    public void A_report_says_whose_it_is_or_how_to_say_it(string? student, string says)
    {
        var problem = Assert.Throws<WorkshopException>(() => ReportFile.CheckName(student));

        Assert.Equal(ExitCode.WrongUse, problem.ExitCode);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<BoundedProcessResult> CollectAsync(params string[] options) => workshop.RunAsync(["class", "collect", _folder.Root, .. options]);

    private string HandIn(StudentReport report, string? name = null)
    {
        var file = _folder.PathOf(name ?? ReportFile.NameOf(report.Student));
        Directory.CreateDirectory(_folder.Root);
        File.WriteAllText(file, ReportFile.Write(report));
        return file;
    }

    private string Change(string student, Func<string, string> change)
    {
        var file = _folder.PathOf(ReportFile.NameOf(student));
        File.WriteAllText(file, change(File.ReadAllText(file)));
        return file;
    }

    // Three tasks, the last one of the production part. The one after those that are done is wrong.
    private static StudentReport Report(string student, int done) => new(
        student,
        At,
        "1.0.0",
        "labs",
        [
            new StudentReport.Lab("01-one", "One", new TaskCounts.Part(Math.Min(done, 2), 2), new TaskCounts.Part(Math.Max(done - 2, 0), 1), "",
            [
                .. Enumerable.Range(1, 3).Select(task => new StudentReport.Task(
                    $"01.{task}",
                    $"Task {task}",
                    task < 3 ? LabPart.Core : LabPart.Production,
                    task <= done ? Verdict.Done : done > 0 && task == done + 1 ? Verdict.Wrong : Verdict.NotImplementedYet,
                    Hints: 0,
                    FirstDone: task <= done ? At : null)),
            ]),
        ],
        [],
        new Dictionary<string, string> { ["sdk"] = "10.0.100" },
        new Dictionary<string, string> { ["01-one/One.cs"] = new('a', 64) });
}
