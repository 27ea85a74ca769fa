using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>Proves that every lab can be graded: its texts, the untouched lab, the solution, the known wrong answers.
/// </summary>
internal sealed class DevCheck(WorkshopFolder workshop, IReadOnlyCollection<string> commands, Action<string> progress)
{
    /// <summary>What is wrong with the repository as a whole, and with these labs. Builds and runs them.</summary>
    /// <remarks>The solutions first, by themselves. Then one build at a time, and the mistakes meanwhile.</remarks>
    public async Task<IReadOnlyList<Defect>> FindAsync(IReadOnlyList<Lab> labs, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // More than processors: a mistake that hangs waits for the limit of its check.
        using var turns = new Turns(Environment.ProcessorCount + 2);
        List<Defect> defects = [.. SolutionFileRules.Find(workshop), .. LinkRules.Find(workshop, commands)];
        var sound = new List<AuthoredLab>();
        try
        {
            foreach (var lab in labs.Select(lab => new AuthoredLab(workshop, lab)))
            {
                var found = await FindInSolutionAsync(lab, stop.Token);
                defects.AddRange(found);
                if (found.Count == 0)
                {
                    // What is built from texts that disagree, or on a solution that fails, says little.
                    sound.Add(lab);
                }
            }

            progress("the mistakes begin");
            var mistakes = Task.WhenAll(sound.Select(lab => new MistakeRules(lab, turns, progress).FindAsync(stop.Token)));
            foreach (var lab in sound)
            {
                progress($"{lab.Lab.Slug}: the untouched lab");
                defects.AddRange(await GradedRules.FindInLabAsync(lab, stop.Token));
            }

            progress("the format");
            defects.AddRange(await FormatRules.FindAsync(workshop, sound, stop.Token));

            progress("the rest of the mistakes");
            return [.. defects, .. (await mistakes).SelectMany(found => found)];
        }
        finally
        {
            // Ends the runs that are under way when something else has failed.
            await stop.CancelAsync();
        }
    }

    private async Task<IReadOnlyList<Defect>> FindInSolutionAsync(AuthoredLab lab, CancellationToken cancellationToken)
    {
        Defect[] inText = [.. FolderRules.Find(lab), .. LabTable.Find(lab), .. TaskRules.Find(lab), .. MinutesRules.Find(lab), .. SnapshotRules.Find(lab), .. AnswerRules.Find(lab), .. MistakeFileRules.Find(lab), .. NameRules.Find(lab)];
        if (inText.Length > 0)
        {
            return inText;
        }

        progress($"{lab.Lab.Slug}: the solution");
        return await GradedRules.FindInSolutionAsync(lab, cancellationToken);
    }
}
