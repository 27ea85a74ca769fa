using System.CommandLine;
using System.Diagnostics;
using Workshop.Runner.Authoring;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Commands;

/// <summary><c>dev</c>: what maintainers run.</summary>
internal static class DevCommand
{
    /// <param name="workshop">The repository.</param>
    /// <param name="root">The command that has all others below it.</param>
    public static Command Create(WorkshopFolder workshop, Command root)
    {
        var lab = LabArgument.OneOrAll();
        var check = new Command("check", "Prove that every lab can be graded.") { lab };
        check.SetAction((parsed, cancellationToken) =>
        {
            IReadOnlyList<Lab> labs = parsed.GetValue(lab) is { } text ? [workshop.Find(text)] : workshop.ReadLabs();
            string[] commands = [.. root.Subcommands.Select(command => command.Name)];
            return CheckAsync(workshop, labs, commands, Output.Of(parsed), cancellationToken);
        });

        var slug = new Argument<string>("NN-name") { Description = "The lab's slug, such as 14-route-guide." };
        var create = new Command("new", "Write the first files of a new lab.") { slug };
        create.SetAction((parsed, cancellationToken) =>
            NewAsync(workshop, parsed.GetRequiredValue(slug), Output.Of(parsed), cancellationToken));
        return new Command("dev", "For maintainers.") { check, create };
    }

    private static async Task<int> NewAsync(
        WorkshopFolder workshop, string slug, Output output, CancellationToken cancellationToken)
    {
        var files = LabScaffold.For(workshop, slug).Write();
        foreach (var file in files)
        {
            output.Screen.Line($"  {file}");
        }

        foreach (var solution in new[] { "Workshop.sln", "tests/Everything.slnx" })
        {
            foreach (var project in files.Where(file => Path.GetExtension(file) is ".csproj"))
            {
                await SolutionFile.AddAsync(workshop, solution, project, cancellationToken);
            }
        }

        LabTable.Add(workshop, workshop.Find(slug));
        output.Screen.Line();
        output.Screen.Line($"Lab {slug} has its first files, and stands in both solutions and both tables of labs. What is missing:");
        output.Screen.Line($"  dotnet workshop.cs dev check {slug[..2]}");
        output.Document(new { lab = slug, files });
        return ExitCode.Passed;
    }

    private static async Task<int> CheckAsync(
        WorkshopFolder workshop, IReadOnlyList<Lab> labs, string[] commands, Output output, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var screen = output.Screen;
        var dev = new DevCheck(workshop, commands, step => screen.Line($"{watch.Elapsed.TotalSeconds,4:0} s  {step}"));
        var defects = await dev.FindAsync(labs, cancellationToken);
        screen.Line();
        foreach (var defect in defects)
        {
            screen.Line($"{defect.File}\n  {defect.Rule}");
        }

        screen.Line(defects.Count == 0
            ? $"{(labs.Count == 1 ? "1 lab" : $"{labs.Count} labs")} can be graded ({watch.Elapsed.TotalSeconds:0} s)."
            : $"{defects.Count} defects in {labs.Count} labs ({watch.Elapsed.TotalSeconds:0} s).");
        output.Document(new { passed = defects.Count == 0, defects });
        return defects.Count == 0 ? ExitCode.Passed : ExitCode.ChecksFailed;
    }
}
