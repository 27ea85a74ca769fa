using System.Text.Json;

namespace Workshop.Runner.Grading;

/// <summary>What the checks' program reported: the JSON messages of xunit's reporter, one in a line.</summary>
/// <remarks>The reporter's JSON and not a result file: a file is written only at the end, so that a program which hangs
/// or crashes leaves none; and xunit's XML writer alters quotes, and fails on the end mark of a CDATA section.</remarks>
/// <param name="Checks">The checks that ended, in their order.</param>
/// <param name="Running">The check that began and did not end, if any.</param>
/// <param name="IsComplete">Whether the program reported its own end.</param>
internal sealed record CheckReport(IReadOnlyList<CheckResult> Checks, CheckResult? Running, bool IsComplete)
{
    private const string MessageStart = "{\"$type\":\"";

    /// <summary>Whether a line of output holds a message of the reporter; a program that prints may stand before it.</summary>
    public static bool IsMessage(string line) => line.Contains(MessageStart, StringComparison.Ordinal);

    /// <param name="lines">Lines of output that hold a message each.</param>
    /// <param name="root">The workshop's folder, from which shown paths start.</param>
    public static CheckReport Read(IEnumerable<string> lines, string root)
    {
        var begun = new Dictionary<string, CheckResult>();
        var ended = new List<CheckResult>();
        var isComplete = false;
        foreach (var line in lines)
        {
            if (Parse(line) is not { } message)
            {
                continue;
            }

            var id = message.Text("TestCaseUniqueID");
            switch (message.Type)
            {
                case "test-case-starting":
                    begun[id] = new CheckResult(
                        message.Trait("Todo"), message.Text("TestMethodName").Replace('_', ' '), Verdict.NotChecked, "", 0);
                    break;
                case "test-passed" or "test-failed" or "test-skipped" when begun.Remove(id, out var check):
                    ended.Add(CheckFailure.Judge(check, message, root));
                    break;
                case "error" or "test-cleanup-failure" or "test-case-cleanup-failure" or "test-method-cleanup-failure"
                    or "test-class-cleanup-failure" or "test-collection-cleanup-failure" or "test-assembly-cleanup-failure":
                    ended.Add(CheckFailure.Judge(new CheckResult("", "Ending the checks", Verdict.NotChecked, "", 0), message, root));
                    break;
                case "test-assembly-finished":
                    isComplete = true;
                    break;
            }
        }

        return new CheckReport(ended, begun.Values.FirstOrDefault(), isComplete);
    }

    // A line that was cut off says nothing.
    private static ReporterMessage? Parse(string line)
    {
        try
        {
            var start = line.IndexOf(MessageStart, StringComparison.Ordinal);
            return start < 0 ? null : new ReporterMessage(JsonDocument.Parse(line[start..]).RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
