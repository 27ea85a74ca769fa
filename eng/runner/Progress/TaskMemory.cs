using Workshop.Runner.Grading;

namespace Workshop.Runner.Progress;

/// <summary>With which files the tasks of a lab were done: what changed since then is where to look when one of them fails.
/// </summary>
/// <param name="Done">The tasks that were done, with the files of the last check that found them so; those of one check together.</param>
/// <param name="Newest">The files of the check that last found a task done for the first time. Later edits are those for the next
/// task.</param>
internal sealed record TaskMemory(IReadOnlyList<TaskMemory.State> Done, IReadOnlyDictionary<string, string> Newest)
{
    public static TaskMemory Empty { get; } = new([], new Dictionary<string, string>());

    /// <summary>Says of each task that fails now, and was done before, which files were changed since then.</summary>
    /// <param name="result">What a check found.</param>
    /// <param name="files">The lab's files that it checked, with their hashes.</param>
    public LabResult Explain(LabResult result, IReadOnlyDictionary<string, string> files) => result with
    {
        Tasks = [.. result.Tasks.Select(task => task.Verdict is Verdict.Done or Verdict.NotChecked || HasStub(task) ? task : Explain(task, files))],
    };

    /// <summary>What is to be remembered after a check.</summary>
    public TaskMemory After(LabResult result, IReadOnlyDictionary<string, string> files)
    {
        string[] done = [.. result.Tasks.Where(task => task.Verdict is Verdict.Done).Select(task => task.Task.Id)];
        // A task whose stub is back begins anew: the lab was reset.
        string[] gone = [.. done, .. result.Tasks.Where(HasStub).Select(task => task.Task.Id)];
        var isNew = done.Except(Done.SelectMany(state => state.Tasks)).Any();
        State[] before = [.. Done
            .Select(state => state with { Tasks = [.. state.Tasks.Except(gone)] })
            .Where(state => state.Tasks.Count > 0)];
        return new TaskMemory(done.Length > 0 ? [new State(done, files), .. before] : before, isNew ? files : Newest);
    }

    private TaskResult Explain(TaskResult task, IReadOnlyDictionary<string, string> files)
    {
        if (Done.FirstOrDefault(state => state.Tasks.Contains(task.Task.Id)) is not { } state)
        {
            return task;
        }

        var last = Changed(state.Files, files);
        return last.Count == 0
            ? task
            : task with { Changes = new FailureReport.ChangedFiles(last, [.. Changed(Newest, files).Except(last)]) };
    }

    // Its own stub, not that of a task which it builds on.
    private static bool HasStub(TaskResult task) =>
        task.Verdict is Verdict.NotImplementedYet && (task.Failure is null || task.Failure.Todo.Id == task.Task.Id);

    // What lies at the top of the lab's folder is the student's, and comes first.
    private static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        [.. before.Keys.Union(now.Keys)
            .Where(file => before.GetValueOrDefault(file) != now.GetValueOrDefault(file))
            .OrderBy(file => file.Count(character => character == '/'))
            .ThenBy(file => file, StringComparer.Ordinal)];

    /// <summary>Tasks that were done with the same files.</summary>
    /// <param name="Tasks">Their ids.</param>
    /// <param name="Files">The files, relative to the workshop, and the hash of each.</param>
    internal sealed record State(IReadOnlyList<string> Tasks, IReadOnlyDictionary<string, string> Files);
}
