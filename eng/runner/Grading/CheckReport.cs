namespace Workshop.Runner.Grading;

/// <summary>What the checks' program reported: the JSON messages of xunit's reporter, one in a line.</summary>
/// <remarks>The reporter's JSON and not a result file: a file is written only at the end, so that a program which hangs
/// or crashes leaves none; and xunit's XML writer alters quotes, and fails on the end mark of a CDATA section.</remarks>
/// <param name="Checks">The checks that ended, in their order.</param>
/// <param name="Running">The check that began and did not end, if any.</param>
/// <param name="IsComplete">Whether the program reported its own end.</param>
internal sealed record CheckReport(IReadOnlyList<CheckResult> Checks, CheckResult? Running, bool IsComplete)
{
    /// <param name="lines">Lines of output that hold a message each.</param>
    /// <param name="root">The workshop's folder, from which shown paths start.</param>
    public static CheckReport Read(IEnumerable<string> lines, string root)
    {
        var begun = new Dictionary<string, CheckResult>();
        var ended = new List<CheckResult>();
        var places = new Dictionary<string, int>();
        var isComplete = false;
        foreach (var message in lines.Select(ReporterMessage.Read).OfType<ReporterMessage>())
        {
            switch (message.Type)
            {
                case "test-case-starting":
                    begun[message.Id] = new CheckResult(
                        message.Traits.GetValueOrDefault("Todo")?.FirstOrDefault() ?? "", message.TestMethodName.Replace('_', ' '), Verdict.NotChecked);
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
                case "test-assembly-finished":
                    isComplete = true;
                    break;
            }
        }

        return new CheckReport(ended, begun.Values.FirstOrDefault(), isComplete);
    }
}
