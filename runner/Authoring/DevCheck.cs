using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>Proves that every lab can be graded: its texts, the untouched lab, the solution, the known wrong answers.
/// </summary>
internal sealed class DevCheck(WorkshopFolder workshop, IReadOnlyCollection<string> commands, Action<string> progress)
{
    /// <summary>Rules that hold for the repository as a whole.</summary>
    public IEnumerable<Defect> FindInRepository() =>
        [.. SolutionFileRules.Find(workshop), .. LinkRules.Find(workshop, commands)];

    /// <summary>Rules that hold for one lab. Builds and runs it.</summary>
    public async Task<IReadOnlyList<Defect>> FindAsync(Lab lab, SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        var authored = new AuthoredLab(workshop, lab);
        Defect[] inText = [.. TaskRules.Find(authored), .. SnapshotRules.Find(authored), .. AnswerRules.Find(authored)];
        if (inText.Length > 0)
        {
            // What is built from texts that disagree says little.
            return inText;
        }

        progress($"{lab.Slug}: the solution");
        var defects = new List<Defect>(await GradedRules.FindInSolutionAsync(authored, cancellationToken));
        if (defects.Count > 0)
        {
            return defects;
        }

        progress($"{lab.Slug}: the mistakes");
        defects.AddRange(await new MistakeRules(authored, turns).FindAsync(cancellationToken));
        progress($"{lab.Slug}: the untouched lab");
        defects.AddRange(await GradedRules.FindInLabAsync(authored, cancellationToken));
        progress($"{lab.Slug}: the format");
        defects.AddRange(await GradedRules.FindInFormatAsync(authored, cancellationToken));
        return defects;
    }
}
