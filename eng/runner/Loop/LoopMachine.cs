using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Loop;

/// <summary>The loop's rules: what a key, a save or a result does. It has no terminal, no threads and no clock of its own.</summary>
internal sealed class LoopMachine
{
    /// <summary>An editor saves in several steps, and some save several files at once.</summary>
    public static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(200);

    private readonly LoopActions _desk;
    private readonly IGradingRun _run;
    private readonly TimeProvider _time;
    private readonly LoopKeys _keys;

    // What is left to check before the finish, while that goes on.
    private Queue<Lab>? _finish;
    private long? _savedAt;
    private long _startedAt;
    private bool _again;

    public LoopMachine(LoopActions desk, IGradingRun run, TimeProvider time)
    {
        (_desk, _run, _time) = (desk, run, time);
        Model = desk.Open();
        _keys = new LoopKeys(Model, desk, this);
    }

    public LoopModel Model { get; }

    /// <summary>Says which lab it is now, and checks it.</summary>
    public void Begin() => WorkOn(Model.Current);

    /// <returns>False when the loop ends.</returns>
    public bool Handle(LoopEvent happened)
    {
        switch (happened)
        {
            case LoopEvent.Key key when !_keys.Press(key.Name):
                _run.End();
                return false;
            case LoopEvent.Saved saved when Concerns(saved.Path):
                _savedAt = _time.GetTimestamp();
                break;
            case LoopEvent.Graded graded:
                Take(graded.Result);
                break;
            case LoopEvent.Failed failed:
                _finish = null;
                Model.Checking = null;
                Model.Problem = failed.Message;
                ShowResult();
                StartAgain();
                break;
            case LoopEvent.Noted noted:
                Model.Note = noted.Line;
                break;
            case LoopEvent.Tick:
                Tick();
                break;
        }

        return true;
    }

    public void WorkOn(Lab lab)
    {
        _run.End();
        _finish = null;
        (Model.Checking, _again, _savedAt) = (null, false, null);
        if (lab.Slug != Model.Current.Slug)
        {
            (Model.Result, Model.Problem) = (null, null);
        }

        Model.Current = lab;
        _desk.NoteCurrent(lab);
        Check();
    }

    /// <summary>Checks the current lab now, or once more after the run that goes on.</summary>
    public void Check()
    {
        _savedAt = null;
        if (Model.Checking is not null)
        {
            _again = true;
            return;
        }

        Start(Model.Current);
    }

    /// <summary>To the next lab that is not done; when none is left, checks all of them again.</summary>
    public void Next()
    {
        var labs = Model.Board.SkipWhile(row => row.Lab.Slug != Model.Current.Slug).Skip(1).Concat(Model.Board);
        if (labs.FirstOrDefault(row => !row.IsDone && row.Lab.Slug != Model.Current.Slug) is { } next)
        {
            Model.View = LoopView.Result;
            WorkOn(next.Lab);
            return;
        }

        Model.View = LoopView.Result;
        _finish = new Queue<Lab>(Model.Board.Select(row => row.Lab));
        Start(_finish.Dequeue());
    }

    private void Tick()
    {
        if (_savedAt is { } savedAt && _time.GetElapsedTime(savedAt) >= Debounce)
        {
            Check();
        }

        Model.CheckingFor = Model.Checking is null ? TimeSpan.Zero : _time.GetElapsedTime(_startedAt);
    }

    private void Start(Lab lab)
    {
        Model.Checking = lab;
        (_startedAt, Model.CheckingFor) = (_time.GetTimestamp(), TimeSpan.Zero);
        _run.Start(lab);
    }

    private void Take(LabResult result)
    {
        Model.Checking = null;
        Model.Board = _desk.ReadBoard();
        if (_finish is not null)
        {
            GoOnToFinish(result);
            return;
        }

        (Model.Result, Model.Problem) = (result, null);
        ShowResult();
        StartAgain();
    }

    private void GoOnToFinish(LabResult result)
    {
        if (result.Passed && _finish!.TryDequeue(out var next))
        {
            Start(next);
            return;
        }

        _finish = null;
        if (result.Passed)
        {
            Model.View = LoopView.Finished;
            return;
        }

        Model.Note = $"Lab {result.Lab.Number} was done, and it is not any more.";
        (Model.Current, Model.Result, Model.Problem) = (result.Lab, result, null);
        _desk.NoteCurrent(result.Lab);
        ShowResult();
    }

    // A question or the welcome waits for its answer.
    private void ShowResult()
    {
        if (Model.View is not (LoopView.Welcome or LoopView.ResetQuestion or LoopView.DiffQuestion or LoopView.List
            or LoopView.WasReset))
        {
            Model.View = LoopView.Result;
        }
    }

    private void StartAgain()
    {
        if (_again)
        {
            _again = false;
            Check();
        }
    }

    private bool Concerns(string path) =>
        path.StartsWith("protos/", StringComparison.Ordinal)
        || (path.StartsWith($"labs/{Model.Current.Slug}/", StringComparison.Ordinal) && LabFiles.IsAnswer(path))
        || (Model.Grade is Grade.Solutions && path.StartsWith($"solutions/{Model.Current.Slug}/", StringComparison.Ordinal)
            && LabFiles.IsAnswer(path));
}
