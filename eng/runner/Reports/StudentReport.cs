using Workshop.Runner.Copies;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Reports;

/// <summary>What a student hands in: the verdict of each task, and with what it was reached.</summary>
/// <param name="Student">Who.</param>
/// <param name="At">When it was made.</param>
/// <param name="Workshop">The workshop's version.</param>
/// <param name="Grade">What was graded: the labs or the solutions.</param>
/// <param name="Labs">The labs, in order.</param>
/// <param name="Altered">The given files that are not as they came.</param>
/// <param name="Versions">SDK, runtime, system.</param>
/// <param name="Files">The graded files and their SHA-256.</param>
internal sealed record StudentReport(
    string Student,
    DateTimeOffset At,
    string Workshop,
    string Grade,
    IReadOnlyList<StudentReport.Lab> Labs,
    IReadOnlyList<AlteredFile> Altered,
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyDictionary<string, string> Files)
{
    /// <summary>A lab of it.</summary>
    /// <param name="Slug">Its folder.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Core">How many tasks of the core are done.</param>
    /// <param name="Production">How many of the production part.</param>
    /// <param name="Problem">Why it was not checked to the end; empty when it was.</param>
    /// <param name="Tasks">Its tasks, in order.</param>
    internal sealed record Lab(
        string Slug, string Title, TaskCounts.Part Core, TaskCounts.Part Production, string Problem, IReadOnlyList<Task> Tasks)
    {
        /// <summary>The first task that is not done in a lab that was begun; null where all are done or none was tried.</summary>
        public Task? StuckOn() => Tasks.Any(task => task.Verdict is not (Verdict.NotImplementedYet or Verdict.NotChecked))
            ? Tasks.FirstOrDefault(task => task.Verdict is not Verdict.Done)
            : null;
    }

    /// <summary>A task of a lab.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Part">The part of the lab that it belongs to.</param>
    /// <param name="Verdict">What its checks say together.</param>
    /// <param name="Hints">How many hints were shown.</param>
    /// <param name="FirstDone">When a check first found it done; null where none did.</param>
    internal sealed record Task(string Id, string Title, LabPart Part, Verdict Verdict, int Hints, DateTimeOffset? FirstDone);
}
