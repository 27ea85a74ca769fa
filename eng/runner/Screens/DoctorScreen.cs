using Spectre.Console;
using Workshop.Runner.Diagnosis;

namespace Workshop.Runner.Screens;

/// <summary>What doctor found: a line each, the remedy below.</summary>
internal static class DoctorScreen
{
    public static void Show(Screen screen, IReadOnlyList<Finding> findings)
    {
        screen.Line();
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0));
        grid.AddColumn(new GridColumn().NoWrap());
        grid.AddColumn();
        foreach (var finding in findings)
        {
            var (sign, ascii, word, style) = Look(finding.Level);
            grid.AddRow(
                new Text($"{screen.Sign(sign, ascii)} {word}", style),
                new Text(finding.Subject),
                new Text(finding.Remedy.Length > 0 ? $"{finding.Text}\n{finding.Remedy}" : finding.Text));
        }

        screen.Write(grid);
        var problems = findings.Count(finding => finding.Level is Level.Problem);
        screen.Line();
        screen.Line(problems switch
        {
            0 => "No problem was found.",
            1 => "1 problem. The line says what to do about it.",
            _ => $"{problems} problems. Each line says what to do about it.",
        });
    }

    private static (string Sign, string Ascii, string Word, Style Style) Look(Level level) => level switch
    {
        Level.Ok => ("✓", "+", "ok", new Style(Color.Green)),
        Level.Note => ("○", "-", "note", Style.Plain),
        _ => ("✗", "x", "problem", new Style(Color.Maroon)),
    };
}
