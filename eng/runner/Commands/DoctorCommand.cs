using System.CommandLine;
using Workshop.Runner.Diagnosis;
using Workshop.Runner.Labs;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>doctor</c>: looks for problems on this machine.</summary>
internal static class DoctorCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var command = new Command("doctor", "Look for problems on this machine.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = Output.Of(parsed);
            var machine = await output.Screen.WaitAsync(
                "Looking at this machine", () => Doctor.ExamineAsync(workshop, cancellationToken));
            var build = await output.Screen.WaitAsync(
                "Building what the workshop brings along; the first time this takes up to a minute",
                () => BuildDiagnosis.ExamineAsync(workshop, machine, cancellationToken));
            Finding[] findings = [.. machine, build];
            var healthy = findings.All(finding => finding.Level is not Level.Problem);
            DoctorScreen.Show(output.Screen, findings);
            output.Document(new { healthy, findings });
            return healthy ? ExitCode.Passed : ExitCode.EnvironmentProblem;
        });
        return command;
    }
}
