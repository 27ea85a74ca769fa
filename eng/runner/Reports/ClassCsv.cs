using System.Globalization;
using System.Text;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Reports;

/// <summary>The table of a class for a spreadsheet, as RFC 4180 has it.</summary>
internal static class ClassCsv
{
    // A spreadsheet runs what begins so: https://owasp.org/www-community/attacks/CSV_Injection.
    private const string Formula = "=+-@\t\r";

    public static string Of(ClassTable table)
    {
        var text = new StringBuilder();
        Append(text, [
            "student", "made", "workshop", "remarks",
            .. table.Labs.SelectMany(lab => new[] { $"{lab.Slug} core", $"{lab.Slug} production" }),
            .. table.Labs.SelectMany(lab => lab.Tasks).Select(task => task.Id),
        ]);
        foreach (var row in table.Rows)
        {
            var labs = table.Labs.Select(lab => (All: lab, Own: ClassTable.LabOf(row, lab))).ToArray();
            Append(text, [
                row.Report!.Student,
                row.Report.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                row.Report.Workshop,
                string.Join(" ", row.Remarks()),
                .. labs.SelectMany(lab => new[] { lab.Own?.Core.Words ?? "", lab.Own?.Production.Words ?? "" }),
                .. labs.SelectMany(lab => lab.All.Tasks.Select(task => lab.Own?.Tasks.FirstOrDefault(own => own.Id == task.Id)?.Verdict.ToWords() ?? "")),
            ]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Field(string value)
    {
        var safe = value.Length > 0 && Formula.Contains(value[0]) ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
