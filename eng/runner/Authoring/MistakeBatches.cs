namespace Workshop.Runner.Authoring;

/// <summary>Puts known wrong answers together that one run can tell apart: they change different places, and fail different checks.</summary>
/// <remarks>A run takes a compilation and all checks of a lab, however many wrong answers are in it. Each must still fail every check that it
/// names, and say its message there. One that does not runs again by itself.</remarks>
internal static class MistakeBatches
{
    // The more there are, the likelier one of them hides another, which runs again.
    private const int Most = 10;

    /// <summary>In each batch, the mistakes in their order.</summary>
    public static IReadOnlyList<IReadOnlyList<Mistake>> Of(AuthoredLab lab, IEnumerable<Mistake> mistakes)
    {
        var batches = new List<Batch>();
        foreach (var mistake in mistakes)
        {
            string[] files = [.. MistakeSources.Of(lab, mistake).Texts.Keys];
            var batch = batches.Find(batch => batch.Takes(lab, mistake, files));
            if (batch is null)
            {
                batches.Add(batch = new Batch());
            }

            batch.Add(mistake, files);
        }

        return [.. batches.Select(batch => batch.Mistakes)];
    }

    private sealed class Batch
    {
        private readonly HashSet<string> _files = [];
        private readonly HashSet<string> _checks = [];

        public List<Mistake> Mistakes { get; } = [];

        public bool Takes(AuthoredLab lab, Mistake mistake, string[] files) =>
            Mistakes.Count < Most && !_checks.Overlaps(mistake.Fails)
            && (!_files.Overlaps(files) || MistakeSources.Of(lab, [.. Mistakes, mistake]).Problems.Count == 0);

        public void Add(Mistake mistake, string[] files)
        {
            Mistakes.Add(mistake);
            _files.UnionWith(files);
            _checks.UnionWith(mistake.Fails);
        }
    }
}
