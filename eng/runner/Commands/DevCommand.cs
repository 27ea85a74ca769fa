using System.CommandLine;
using System.Diagnostics;
using Workshop.Runner.Authoring;
using Workshop.Runner.Labs;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>dev</c>: what maintainers run.</summary>
internal static class DevCommand
{
    /// <param name="workshop">The repository.</param>
    /// <param name="root">The command that has all others below it.</param>
    /// <param name="plain">The option --plain.</param>
    public static Command Create(WorkshopFolder workshop, Command root, Option<bool> plain)
    {
        var lab = new Argument<string?>("NN")
        {
            Description = "The lab, by number or name. All labs, if left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var check = new Command("check", "Prove that every lab can be graded.") { lab, json };
        check.SetAction((parsed, cancellationToken) =>
        {
            IReadOnlyList<Lab> labs = parsed.GetValue(lab) is { } text ? [workshop.Find(text)] : workshop.ReadLabs();
            var toStandardOutput = !parsed.GetValue(json);
            var screen = new Screen(parsed.GetValue(plain), toStandardOutput ? Console.Out : TextWriter.Null);
            string[] commands = [.. root.Subcommands.Select(command => command.Name)];
            return CheckAsync(workshop, labs, commands, screen, parsed.GetValue(json), cancellationToken);
        });

        var slug = new Argument<string>("NN-name") { Description = "The lab's slug, such as 14-route-guide." };
        var create = new Command("new", "Write the first files of a new lab.") { slug };
        create.SetAction((parsed, cancellationToken) =>
            NewAsync(workshop, parsed.GetRequiredValue(slug), new Screen(parsed.GetValue(plain), Console.Out), cancellationToken));
        return new Command("dev", "For maintainers.") { check, create };
    }

    private static async Task<int> NewAsync(
        WorkshopFolder workshop, string slug, Screen screen, CancellationToken cancellationToken)
    {
        var scaffold = LabScaffold.For(workshop, slug);
        foreach (var file in scaffold.Write())
        {
            screen.Line($"  {file}");
        }

        foreach (var solution in new[] { "Workshop.sln", "tests/Everything.slnx" })
        {
            foreach (var project in scaffold.Projects)
            {
                await SolutionFile.AddAsync(workshop, solution, project, cancellationToken);
            }
        }

        screen.Line();
        screen.Line($"Lab {slug} has its first files and stands in both solutions. What is missing:");
        screen.Line($"  dotnet workshop.cs dev check {slug[..2]}");
        return ExitCode.Passed;
    }

    private static async Task<int> CheckAsync(
        WorkshopFolder workshop,
        IReadOnlyList<Lab> labs,
        string[] commands,
        Screen screen,
        bool json,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var dev = new DevCheck(workshop, commands, step => screen.Line($"{watch.Elapsed.TotalSeconds,4:0} s  {step}"));
        var defects = await dev.FindAsync(labs, cancellationToken);
        if (json)
        {
            Console.Out.WriteLine(JsonReport.Of(defects));
        }

        screen.Line();
        foreach (var defect in defects)
        {
            screen.Line($"{defect.File}\n  {defect.Rule}");
        }

        screen.Line(defects.Count == 0
            ? $"{labs.Count} labs can be graded ({watch.Elapsed.TotalSeconds:0} s)."
            : $"{defects.Count} defects in {labs.Count} labs ({watch.Elapsed.TotalSeconds:0} s).");
        return defects.Count == 0 ? ExitCode.Passed : ExitCode.ChecksFailed;
    }
}
