using System.Text.Json.Serialization;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>How many tasks of a lab are done, of its core and of its production part.</summary>
internal sealed record TaskCounts(TaskCounts.Part Core, TaskCounts.Part Production)
{
    public int Done => Core.Done + Production.Done;

    public int Tasks => Core.Tasks + Production.Tasks;

    public bool CoreIsDone => Core.IsDone;

    /// <summary>In words, such as <c>core done, 2 of 4 production tasks</c>.</summary>
    public string Words => (Core, Production) switch
    {
        _ when Done == Tasks => $"{Done} of {Tasks} tasks done",
        ({ IsDone: true }, _) => $"core done, {Production.Words} production tasks",
        (_, { Tasks: 0 }) => $"{Core.Words} tasks done",
        (_, { Done: 0 }) => $"{Core.Words} core tasks done",
        _ => $"{Core.Words} core tasks, {Production.Words} production tasks",
    };

    /// <param name="lab">The lab; its tasks are counted even where nothing was found of them.</param>
    /// <param name="results">What was found.</param>
    public static TaskCounts Of(Lab lab, IReadOnlyList<TaskResult> results) =>
        new(Of(LabPart.Core, lab, results), Of(LabPart.Production, lab, results));

    public static TaskCounts All(Lab lab) => new(All(LabPart.Core, lab), All(LabPart.Production, lab));

    private static Part All(LabPart part, Lab lab) => new(Count(part, lab), Count(part, lab));

    private static Part Of(LabPart part, Lab lab, IReadOnlyList<TaskResult> results) => new(
        results.Count(result => result.Task.Part == part && result.Verdict is Verdict.Done),
        Math.Max(results.Count(result => result.Task.Part == part), Count(part, lab)));

    private static int Count(LabPart part, Lab lab) => lab.Tasks.Count(task => task.Part == part);

    /// <summary>One part of a lab.</summary>
    internal sealed record Part(int Done, int Tasks)
    {
        /// <summary>Whether it has tasks, and all of them are done.</summary>
        [JsonIgnore]
        public bool IsDone => Tasks > 0 && Done == Tasks;

        [JsonIgnore]
        public string Words => $"{Done} of {Tasks}";
    }
}
