using System.Globalization;
using System.Net;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Reports;

/// <summary>The table of a class as one HTML file, which needs nothing else: no network, and no script but its filter.</summary>
internal static class ClassPage
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #8884; --good: #2e7d3255; --part: #f9a82555; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
        input { font: inherit; padding: .3rem .6rem; width: 20rem; max-width: 100%; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; margin-top: 1rem; }
        th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: left; vertical-align: top; }
        th, td.lab, td.student { white-space: nowrap; } td.lab { text-align: center; }
        td.done { background: var(--good); } td.begun { background: var(--part); }
        small { opacity: .75; }
        """;

    // A row stays where its text has what was typed.
    private const string Filter = """
        const filter = document.getElementById('filter');
        filter.addEventListener('input', () => {
          const wanted = filter.value.toLocaleLowerCase();
          for (const row of document.querySelectorAll('#class tbody tr')) {
            row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
          }
        });
        """;

    public static string Of(ClassTable table, DateTimeOffset now) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Workshop reports of a class</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <h1>Workshop reports of a class</h1>
        <p>{table.Rows.Count} students, {now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}. In a cell: tasks done of the core, then of the production part.</p>
        <p><label>Show rows with <input id="filter" type="search" placeholder="a name, a task, a remark"></label></p>
        <div class="wide">
        <table id="class">
        <thead><tr><th>Student</th>{Join(table.Labs.Select(lab => $"<th>{Text(lab.Slug)}</th>"))}<th>Stuck on</th><th>Remarks</th></tr></thead>
        <tbody>
        {string.Join('\n', table.Rows.Select(row => Row(table, row)))}
        </tbody>
        </table>
        </div>
        <h2>The tasks that most are stuck on</h2>
        {Stuck(table)}
        <h2>Files that need a look</h2>
        {Files(table)}
        <script>
        {Filter}
        </script>
        </body>
        </html>

        """;

    private static string Row(ClassTable table, HandedIn row) => $"""
        <tr><td class="student">{Text(row.Report!.Student)}<br><small>{row.Report.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}, workshop {Text(row.Report.Workshop)}</small></td>{Join(table.Labs.Select(lab => Cell(ClassTable.LabOf(row, lab))))}<td>{Text(string.Join(", ", row.Report.Labs.Select(lab => lab.StuckOn()?.Id).OfType<string>()))}</td><td>{Text(string.Join(" ", row.Remarks()))}</td></tr>
        """;

    private static string Cell(StudentReport.Lab? lab)
    {
        if (lab is null)
        {
            return "<td class=\"lab\"></td>";
        }

        var look = lab.Core.IsDone ? "done" : lab.Core.Done + lab.Production.Done > 0 ? "begun" : "";
        var tasks = string.Join('\n', lab.Tasks.Select(task => $"{task.Id} {task.Title}: {task.Verdict.ToWords()}"));
        return $"<td class=\"lab {look}\" title=\"{Text(tasks)}\">{lab.Core.Words}<br><small>{lab.Production.Words}</small></td>";
    }

    private static string Stuck(ClassTable table) => table.Stuck.Count == 0 ? "<p>None.</p>" : $"""
        <table>
        <thead><tr><th>Task</th><th>Students</th><th>Who</th></tr></thead>
        <tbody>
        {string.Join('\n', table.Stuck.Select(stuck => $"<tr><td>{Text($"{stuck.Task.Id} {stuck.Task.Title}")}</td><td>{stuck.Students.Count}</td><td>{Text(string.Join(", ", stuck.Students))}</td></tr>"))}
        </tbody>
        </table>
        """;

    private static string Files(ClassTable table) => table.Remarkable.Any() ? $"""
        <ul>
        {string.Join('\n', table.Remarkable.Select(file => $"<li><b>{Text(Path.GetFileName(file.Path))}</b>: {Text(string.Join(" ", file.Remarks()))}</li>"))}
        </ul>
        """ : "<p>None.</p>";

    private static string Join(IEnumerable<string> cells) => string.Concat(cells);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
