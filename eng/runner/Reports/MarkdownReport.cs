using System.Globalization;
using System.Text;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Reports;

/// <summary>A report for people.</summary>
internal static class MarkdownReport
{
    public static string Of(StudentReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Workshop report, {report.At:yyyy-MM-dd HH:mm zzz}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Graded: the {report.Grade}.\n\n");
        text.Append("| lab | verdict | core | production | hints |\n| --- | --- | --- | --- | --- |\n");
        foreach (var lab in report.Labs)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {lab.Slug} | {lab.Verdict.ToWords()} | {lab.Core.Words} | {lab.Production.Words} | {lab.Tasks.Sum(task => task.Hints)} |\n");
        }

        foreach (var lab in report.Labs)
        {
            AppendLab(text, lab);
        }

        text.Append("\n## Given files that were altered\n\n");
        text.AppendJoin("", report.Altered.Select(file => $"- `{file.File}`: {file.How}\n").DefaultIfEmpty("None.\n"));
        text.Append("\n## Versions\n\n").AppendJoin("", report.Versions.Select(version => $"- {version.Key}: {version.Value}\n"));
        return text.ToString();
    }

    private static void AppendLab(StringBuilder text, LabReport lab)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## Lab {lab.Slug}: {lab.Title}\n\n");
        if (lab.Problem.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{lab.Problem}\n\n");
        }

        foreach (var task in lab.Tasks)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {task.Id} {task.Title}: **{task.Verdict.ToWords()}**\n");
            foreach (var check in task.Checks)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {check.Sentence}: {check.Verdict.ToWords()}\n");
            }
        }

        text.Append("\n| file | SHA-256 |\n| --- | --- |\n");
        foreach (var (file, hash) in lab.Files ?? new Dictionary<string, string>())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {file} | `{hash}` |\n");
        }
    }
}
