namespace Workshop.Runner.Grading;

/// <summary>What the checks' program reported: the JSON messages of xunit's reporter, one in a line.</summary>
/// <remarks>The reporter's JSON and not a result file: a file is written only at the end, so that a program which hangs
/// or crashes leaves none; and xunit's XML writer alters quotes, and fails on the end mark of a CDATA section.</remarks>
/// <param name="Checks">The checks that ended, in their order.</param>
/// <param name="Running">The checks that began and did not end. Classes run side by side.</param>
/// <param name="IsComplete">Whether the program reported its own end.</param>
internal sealed record CheckReport(IReadOnlyList<CheckResult> Checks, IReadOnlyList<CheckResult> Running, bool IsComplete)
{
    private HashSet<string> FinishedClasses { get; init; } = [];

    /// <summary>Whether every check of a task has ended, in a report that breaks off: its class has, or one of its class and of a later
    /// task was begun.</summary>
    public bool HasEnded(string task) => !Running.Any(check => check.Task == task)
        && Checks.Where(check => check.Task == task).ToArray() is { Length: > 0 } own
        && own.All(check => FinishedClasses.Contains(check.Class)
            || Checks.Concat(Running).Any(later => later.Class == check.Class && string.CompareOrdinal(later.Task, task) > 0));

    /// <param name="lines">Lines of output that hold a message each.</param>
    /// <param name="root">The workshop's folder, from which shown paths start.</param>
    public static CheckReport Read(IEnumerable<string> lines, string root)
    {
        var begun = new Dictionary<string, CheckResult>();
        var ended = new List<CheckResult>();
        var places = new Dictionary<string, int>();
        var finished = new HashSet<string>();
        var isComplete = false;
        foreach (var message in lines.Select(ReporterMessage.Read).OfType<ReporterMessage>())
        {
            switch (message.Type)
            {
                case "test-case-starting":
                    begun[message.Id] = new CheckResult(
                        message.Traits.GetValueOrDefault("Todo")?.FirstOrDefault() ?? "", message.TestMethodName.Replace('_', ' '), Verdict.NotChecked, Class: message.Class);
                    break;
                case "test-passed" or "test-failed" or "test-skipped" when begun.Remove(message.Id, out var check):
                    places[message.Id] = ended.Count;
                    ended.Add(CheckFailure.Judge(check, message, root));
                    break;
                // It follows at once, and brings what the harness attached.
                case "test-finished" when places.TryGetValue(message.Id, out var place)
                    && message.Attachments.TryGetValue(FailureReport.Attachment, out var attached):
                    ended[place] = CheckFailure.AddReport(ended[place], attached);
                    break;
                case "error" or "test-cleanup-failure" or "test-case-cleanup-failure" or "test-method-cleanup-failure"
                    or "test-class-cleanup-failure" or "test-collection-cleanup-failure" or "test-assembly-cleanup-failure":
                    ended.Add(CheckFailure.Judge(new CheckResult("", "Ending the checks", Verdict.NotChecked), message, root));
                    break;
                case "test-class-finished":
                    finished.Add(message.Class);
                    break;
                case "test-assembly-finished":
                    isComplete = true;
                    break;
            }
        }

        if (isComplete)
        {
            // Its end was lost on the way: to leave it out would call its task done.
            ended.AddRange(begun.Values.Select(CheckFailure.Lost));
            begun.Clear();
        }

        return new CheckReport(ended, [.. begun.Values.OrderBy(check => check.Task, StringComparer.Ordinal)], isComplete) { FinishedClasses = finished };
    }
}
