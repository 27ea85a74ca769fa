using Workshop.Runner.Labs;

namespace Workshop.Runner.Loop;

/// <summary>The loop's rules: what a key, a save or a result does. It has no terminal, no threads and no clock of its own.</summary>
internal sealed class LoopMachine
{
    private readonly LoopRuns _runs;
    private readonly LoopKeys _keys;

    public LoopMachine(LoopActions actions, IGradingRun run, TimeProvider time)
    {
        Model = actions.Open();
        _runs = new LoopRuns(Model, actions, run, time);
        _keys = new LoopKeys(Model, actions, _runs);
    }

    public LoopModel Model { get; }

    /// <summary>Says which lab it is now, and checks it.</summary>
    public void Begin() => _runs.WorkOn(Model.Current);

    /// <returns>False when the loop ends.</returns>
    public bool Handle(LoopEvent happened)
    {
        switch (happened)
        {
            case LoopEvent.Key key when !_keys.Press(key.Name):
                _runs.End();
                return false;
            case LoopEvent.Saved saved when Concerns(saved.Path):
                _runs.CheckSaved();
                break;
            case LoopEvent.Graded graded:
                _runs.Take(graded.Result);
                break;
            case LoopEvent.Failed failed:
                _runs.Fail(failed.Message);
                break;
            case LoopEvent.Noted noted:
                Model.Note = noted.Line;
                break;
            case LoopEvent.Tick:
                _runs.Tick();
                break;
        }

        return true;
    }

    private bool Concerns(string path) =>
        path.StartsWith("protos/", StringComparison.Ordinal)
        || (new[] { "labs", Model.Grade.ToName() }.Any(folder => path.StartsWith($"{folder}/{Model.Current.Slug}/", StringComparison.Ordinal))
            && LabFiles.IsAnswer(path));
}
