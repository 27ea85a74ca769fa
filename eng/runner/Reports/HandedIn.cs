namespace Workshop.Runner.Reports;

/// <summary>A file that a student handed in.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Report">What it says; null where it cannot be read.</param>
/// <param name="Damage">Why it cannot be read; null where it can.</param>
/// <param name="SealIsBroken">Whether it was changed after it was made.</param>
internal sealed record HandedIn(string Path, StudentReport? Report, string? Damage, bool SealIsBroken)
{
    /// <summary>What a teacher should know of it; empty when all is well.</summary>
    public IEnumerable<string> Remarks()
    {
        if (Damage is not null)
        {
            yield return Damage;
        }

        if (SealIsBroken)
        {
            yield return "The report was changed after it was made.";
        }

        if (Report is { Altered: { Count: > 0 } altered })
        {
            yield return $"Given files are not as they came: {string.Join(", ", altered.Select(file => $"{file.File} ({file.How})"))}.";
        }

        if (Report is { Grade: not "labs" })
        {
            yield return $"Graded were the {Report.Grade}.";
        }
    }
}
