namespace Workshop.Runner.Grading;

/// <summary>What one check says.</summary>
/// <param name="Task">The id of its task; empty when the check has none.</param>
/// <param name="Sentence">The check's name.</param>
/// <param name="Verdict">Done, or why not.</param>
/// <param name="Message">The whole text of a check that failed; otherwise empty.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Failure">The same as data; null where the harness gave none.</param>
/// <param name="Class">The id of its class in the report. The checks of a class run one after the other, in the order of the tasks.</param>
internal sealed record CheckResult(
    string Task, string Sentence, Verdict Verdict, string Message = "", int Milliseconds = 0, FailureReport? Failure = null, string Class = "");
