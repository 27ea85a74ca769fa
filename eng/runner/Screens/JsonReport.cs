using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workshop.Runner.Answers;
using Workshop.Runner.Authoring;
using Workshop.Runner.Diagnosis;
using Workshop.Runner.Grading;
using Workshop.Runner.Hints;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Reports;

namespace Workshop.Runner.Screens;

/// <summary>The output of --json, for scripts and editors.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        // Read by programs and people, never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(IReadOnlyList<LabProgress> board, Grade grade) => Write(new
    {
        grade,
        labs = board.Select(row => new
        {
            row.Lab.Slug,
            row.Lab.Title,
            row.Lab.Minutes,
            row.Lab.Tasks,
            done = row.TasksDone,
            row.Standing,
        }),
    });

    public static string Of(IReadOnlyList<LabResult> results, Grade grade) => Write(new
    {
        grade,
        passed = results.All(result => result.Passed),
        labs = results.Select(result => new
        {
            result.Lab.Slug,
            result.Verdict,
            result.Message,
            tasks = result.Tasks.Select(task => new
            {
                task.Task.Id,
                task.Task.Title,
                task.Verdict,
                checks = task.Checks.Select(check => new
                {
                    check.Sentence,
                    check.Verdict,
                    check.Message,
                    check.Milliseconds,
                }),
            }),
        }),
    });

    public static string Of(IReadOnlyList<Finding> findings) => Write(new
    {
        healthy = findings.All(finding => finding.Level is not Level.Problem),
        findings,
    });

    public static string Of(HintsShown hints) => Write(new
    {
        task = hints.Task.Id,
        hints.Total,
        hints.Hints,
    });

    public static string Of(IReadOnlyList<FileDifference> files) => Write(new
    {
        same = files.All(file => file.Text.Length == 0),
        files = files.Select(file => new { file.Mine, file.Solution, diff = file.Text }),
    });

    public static string Of(IReadOnlyList<Defect> defects) => Write(new
    {
        passed = defects.Count == 0,
        defects,
    });

    public static string Of(StudentReport report) => Write(report);

    private static string Write(object report) => JsonSerializer.Serialize(report, Options);
}
