using Workshop.Runner.Grading;

namespace Workshop.Runner.Reports;

/// <summary>A task in a report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Verdict">What its checks say together.</param>
/// <param name="Hints">How many hints were asked for.</param>
/// <param name="Checks">Its checks.</param>
internal sealed record ReportedTask(string Id, string Title, Verdict Verdict, int Hints, IReadOnlyList<CheckResult> Checks);
