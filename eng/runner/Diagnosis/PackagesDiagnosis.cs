using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Diagnosis;

/// <summary>Which packages this machine's sources deliver, and which the workshop stands in for.</summary>
internal static class PackagesDiagnosis
{
    private const string Subject = "Packages";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(WorkshopFolder workshop, CancellationToken cancellationToken)
    {
        var sources = await Dotnet.RunAsync(
            workshop.Root, Limit, ["nuget", "list", "source", "--format", "short"], cancellationToken);
        string[] enabled =
        [
            .. sources.Lines.Where(line => line.StartsWith("E ", StringComparison.Ordinal)).Select(line => line[2..].Trim()),
        ];

        // The smallest restore that asks the probe. It holds the last answer as long as versions and sources are the
        // same. An empty UseStandIns takes the environment's value away: the question is asked in any case.
        var restore = await Dotnet.RunAsync(
            workshop.Root,
            Limit,
            ["restore", workshop.PathOf("eng", "standins", "Probe.csproj"), "-v", "q", "--nologo", "-p:UseStandIns="],
            cancellationToken);
        return
        [
            enabled.Length > 0
                ? Finding.Ok("Sources", string.Join(", ", enabled))
                : Finding.Problem(
                    "Sources",
                    "NuGet has no package source",
                    "Add one: dotnet nuget add source https://api.nuget.org/v3/index.json -n nuget.org"),
            .. restore.Succeeded
                ? Findings(PackageAnswer.ReadAll(workshop), Environment.GetEnvironmentVariable("UseStandIns"))
                : [NotAsked(restore)],
        ];
    }

    private static Finding NotAsked(ProcessOutcome restore) => Finding.Problem(
        Subject,
        $"the sources could not be asked: {restore.FirstError}",
        "Check the network and the sources above, then run this again.");

    private static IEnumerable<Finding> Findings(IReadOnlyList<PackageAnswer> answers, string? useStandIns)
    {
        if (Is(useStandIns, "true"))
        {
            yield return Finding.Note(
                Subject,
                "UseStandIns=true is set: all that can be stood in for is, whatever the sources have",
                "Unset UseStandIns to use the official packages where there are any.");
            yield break;
        }

        if (answers.Where(answer => answer.IsOfficial).ToArray() is { Length: > 0 } official)
        {
            yield return Finding.Ok(Subject, $"official: {string.Join(", ", official.Select(answer => answer.Id))}");
        }

        if (answers.Where(answer => !answer.IsOfficial).ToArray() is { Length: > 0 } missing)
        {
            yield return Missing(missing, useStandIns);
        }
    }

    private static Finding Missing(IReadOnlyList<PackageAnswer> missing, string? useStandIns)
    {
        var list = string.Concat(missing.GroupBy(answer => answer.Reason, answer => answer.Id)
            .Select(group => $"\n- {string.Join(", ", group)}: {group.Key}"));
        return Is(useStandIns, "false")
            ? Finding.Problem(
                Subject,
                $"UseStandIns=false forbids stand-ins, and these do not come from the sources, so a restore fails:{list}",
                "Unset UseStandIns, or add a package source that has them.")
            : missing.Any(answer => answer.IsUnanswered)
                ? Finding.Note(
                    Subject,
                    $"stood in for, because a source did not answer:{list}",
                    "Nothing to do: the source is asked again at the next restore.")
                : Finding.Note(
                    Subject,
                    $"stood in for, because the sources lack them:{list}",
                    "Nothing to do: each folder in eng/standins/ says what its stand-in leaves out.");
    }

    private static bool Is(string? useStandIns, string value) => string.Equals(useStandIns, value, StringComparison.OrdinalIgnoreCase);
}
