namespace Workshop.Runner.Authoring;

/// <summary>Every check has a snapshot, every snapshot a check, and no received file is left.</summary>
internal static class SnapshotRules
{
    public static IEnumerable<Defect> Find(AuthoredLab lab)
    {
        var checks = lab.Checks();
        foreach (var file in AuthoredLab.FilesOf(lab.TestFolder, "*.received.*"))
        {
            yield return new Defect(
                lab.Workshop.Show(file), "A check left what it received: read it, and rename it to .verified.txt or delete it.");
        }

        foreach (var file in AuthoredLab.FilesOf(lab.SnapshotsFolder, "*.verified.*"))
        {
            if (!checks.Any(check => check.Snapshot == Path.GetFileName(file)))
            {
                yield return new Defect(lab.Workshop.Show(file), "No check has this snapshot: delete it, or rename it after its check.");
            }
        }

        foreach (var check in checks.Where(check => !File.Exists(Path.Combine(lab.SnapshotsFolder, check.Snapshot))))
        {
            yield return new Defect(
                lab.Workshop.Show(check.File),
                $"{check.Method} has no snapshot: run the checks on the solution, read snapshots/{check.Snapshot.Replace(".verified.", ".received.", StringComparison.Ordinal)}, and rename it.");
        }
    }
}
