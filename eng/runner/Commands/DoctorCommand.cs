using System.CommandLine;
using Workshop.Runner.Diagnosis;
using Workshop.Runner.Labs;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>doctor</c>: looks for what may be in the way on this machine.</summary>
internal static class DoctorCommand
{
    public static Command Create(WorkshopFolder workshop, Option<bool> plain)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("doctor", "Look for what is in the way here.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asJson = parsed.GetValue(json);
            var screen = new Screen(parsed.GetValue(plain) || asJson, asJson ? TextWriter.Null : Console.Out);
            var machine = await screen.WaitAsync(
                "Looking at this machine", () => Doctor.ExamineAsync(workshop, cancellationToken));
            var build = await screen.WaitAsync(
                "Building what the workshop brings along; the first time this takes up to a minute",
                () => BuildDiagnosis.ExamineAsync(workshop, machine, cancellationToken));
            Finding[] findings = [.. machine, build];
            if (asJson)
            {
                Console.Out.WriteLine(JsonReport.Of(findings));
            }
            else
            {
                DoctorScreen.Show(screen, findings);
            }

            return findings.Any(finding => finding.Level is Level.Problem) ? ExitCode.EnvironmentProblem : ExitCode.Passed;
        });
        return command;
    }
}
