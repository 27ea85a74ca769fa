using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Loop;

/// <summary>Which lab is checked, and when: one run at a time, and one more when something was saved meanwhile.</summary>
internal sealed class LoopRuns(LoopModel model, LoopActions actions, IGradingRun run, TimeProvider time)
{
    /// <summary>An editor saves in several steps, and some save several files at once: a run that began with the first of them has
    /// seen too little, and begins again.</summary>
    private static readonly TimeSpan OneSave = TimeSpan.FromMilliseconds(60);

    // What is left to check before the finish, while that goes on.
    private Queue<Lab>? _finish;
    private long _startedAt;
    private bool _again;

    public void WorkOn(Lab lab)
    {
        run.End();
        _finish = null;
        (model.Checking, _again) = (null, false);
        if (lab.Slug != model.Current.Slug)
        {
            (model.Result, model.Problem) = (null, null);
        }

        model.Current = lab;
        actions.NoteCurrent(lab);
        Check();
    }

    /// <summary>Checks the current lab now, or once more after the run that goes on.</summary>
    public void Check()
    {
        if (model.Checking is not null)
        {
            _again = true;
            return;
        }

        Start(model.Current);
    }

    /// <summary>To the next lab that has something left; when none has, checks all of them again.</summary>
    public void Next()
    {
        model.View = LoopView.Result;
        if (model.NextLab is { } next)
        {
            WorkOn(next);
            return;
        }

        _finish = new Queue<Lab>(model.Board.Select(row => row.Lab));
        Start(_finish.Dequeue());
    }

    /// <summary>Checks what was saved, at once.</summary>
    public void CheckSaved()
    {
        if (model.Checking is { } lab && time.GetElapsedTime(_startedAt) < OneSave)
        {
            run.End();
            Start(lab);
            return;
        }

        Check();
    }

    public void Tick() => model.CheckingFor = model.Checking is null ? TimeSpan.Zero : time.GetElapsedTime(_startedAt);

    /// <summary>Takes what a run found.</summary>
    public void Take(LabResult result)
    {
        model.Checking = null;
        model.Board = actions.ReadBoard();
        if (_finish is not null)
        {
            GoOnToFinish(result);
            return;
        }

        Show(result, problem: null);
        StartAgain();
    }

    /// <summary>Takes why a run has no result.</summary>
    public void Fail(string problem)
    {
        _finish = null;
        model.Checking = null;
        Show(model.Result, problem);
        StartAgain();
    }

    public void End() => run.End();

    private void Start(Lab lab)
    {
        model.Checking = lab;
        (_startedAt, model.CheckingFor) = (time.GetTimestamp(), TimeSpan.Zero);
        run.Start(lab);
    }

    private void StartAgain()
    {
        if (_again)
        {
            _again = false;
            Check();
        }
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
            model.View = LoopView.Finished;
            return;
        }

        model.Note = $"Lab {result.Lab.Number} was done, and it is not any more.";
        model.Current = result.Lab;
        actions.NoteCurrent(result.Lab);
        Show(result, problem: null);
    }

    // A question or the welcome waits for its answer.
    private void Show(LabResult? result, string? problem)
    {
        (model.Result, model.Problem) = (result, problem);
        if (model.View is not (LoopView.Welcome or LoopView.ResetQuestion or LoopView.DiffQuestion or LoopView.List or LoopView.WasReset))
        {
            model.View = LoopView.Result;
        }
    }
}
