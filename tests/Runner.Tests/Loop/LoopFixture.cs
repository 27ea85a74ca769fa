using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Loop;
using Workshop.Runner.Progress;

namespace Workshop.Tests;

/// <summary>A loop without a terminal over a workshop with three small labs.</summary>
internal sealed class LoopFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LoopFixture(bool welcomed = true, bool wasBuilt = false)
    {
        foreach (var (slug, number) in new[] { ("01-one", "01"), ("02-two", "02"), ("03-three", "03") })
        {
            _folder.Write($"labs/{slug}/README.md", $"""
                # Lab {number}: {slug[3..]}

                ## Task {number}.1: First

                <details><summary>Hint 1</summary>

                Think.

                </details>
                <details><summary>Hint 2</summary>

                Read [docs/{slug}.md](../../docs/{slug}.md#idea).

                </details>

                ## Production

                ## Task {number}.2: Second
                """);
            _folder.Write($"labs/{slug}/Answer.cs", "// mine\n");
        }

        if (wasBuilt)
        {
            _folder.Write("artifacts/checks/01-one.labs/program-x/One.Tests.dll", "");
            new BuiltChecks(new BuildInputs("", ""), _folder.PathOf("artifacts", "checks", "01-one.labs", "program-x"), "One.Tests", [])
                .Write(_folder.PathOf("artifacts", "checks", "01-one.labs", "built.json"));
        }

        if (welcomed)
        {
            Progress.Change(notes => notes with { Welcomed = true });
        }

        Machine = new LoopMachine(new LoopActions(Workshop, Grade.Labs, Time), Run, Time);
    }

    public WorkshopFolder Workshop => new(_folder.Root);

    public ProgressFile Progress => new(Workshop);

    public ManualTime Time { get; } = new();

    public RecordedRun Run { get; } = new();

    public LoopMachine Machine { get; }

    public LoopModel Model => Machine.Model;

    public IEnumerable<string> Started => Run.Calls.Where(call => call.StartsWith("start", StringComparison.Ordinal));

    public void Write(string file, string text) => _folder.Write(file, text);

    public string Read(string file) => File.ReadAllText(_folder.PathOf(file));

    public bool Press(string key) => Machine.Handle(new LoopEvent.Key(key));

    public void Save(string path)
    {
        Machine.Handle(new LoopEvent.Saved(path));
        Pass(300);
    }

    public void Pass(int milliseconds)
    {
        Time.Pass(TimeSpan.FromMilliseconds(milliseconds));
        Machine.Handle(new LoopEvent.Tick());
    }

    /// <summary>Ends the run that goes on, as the grade book does: a lab that passed is noted.</summary>
    public void End(string slug, params Verdict[] verdicts)
    {
        var lab = Workshop.Find(slug);
        LabResult result = new(
            lab,
            [.. lab.Tasks.Zip(verdicts, (task, verdict) => new TaskResult(
                task, [], verdict, verdict is Verdict.Done ? "" : $"{task.Id} It answers: wrong\n\nNext   Mend it."))],
            Problem: null);
        if (result.Passed)
        {
            Progress.Change(notes => notes with { Passed = notes.Passed.SetItem(slug, LabFiles.Hash(Workshop, lab, Grade.Labs)) });
        }

        Machine.Handle(new LoopEvent.Graded(result));
    }

    /// <summary>Leaves what a check leaves that found the core done, and the production task not.</summary>
    public void LeaveCoreDone(string slug) => Write($"artifacts/checks/{slug}.labs.jsonl", string.Join('\n',
        ReporterLines.Begun("a", $"{slug[..2]}.1", "A"),
        ReporterLines.Passed("a"),
        ReporterLines.Begun("b", $"{slug[..2]}.2", "B"),
        ReporterLines.Failed("b", "Workshop.Harness.NotImplementedYetException", "not yet"),
        ReporterLines.Finished));

    public void Pass(string slug) => End(slug, Verdict.Done, Verdict.Done);

    /// <summary>What stands on a screen of 80 columns.</summary>
    public IReadOnlyList<string> Screen(int height = 24)
    {
        var page = LoopPage.Of(Model, 80, height, hasSigns: true);
        Model.Scrolled = page.Scrolled;
        return [.. page.Body.Append(page.Prompt).Select(line => line.Text)];
    }

    public void Dispose() => _folder.Dispose();
}
