using Workshop.Runner.Labs;

namespace Workshop.Runner.Watching;

/// <summary>Watches by events where they arrive, and by polling elsewhere, which it says.</summary>
internal sealed class Watch : IDisposable
{
    private readonly WorkshopFolder _workshop;
    private readonly Action<string> _saved;
    private readonly Action<string> _note;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private IDisposable? _watch;
    private bool _polls;
    private bool _ended;

    public Watch(WorkshopFolder workshop, Action<string> saved, Action<string> note, TimeProvider time)
    {
        (_workshop, _saved, _note, _time) = (workshop, saved, note, time);
        if (Environment.GetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER") is "1" or "true")
        {
            Poll("DOTNET_USE_POLLING_FILE_WATCHER asks for it");
            return;
        }

        try
        {
            _watch = new EventWatch(workshop, saved, Poll);
        }
        catch (Exception problem) when (WorkshopException.IsOfFile(problem))
        {
            Poll(problem.Message.TrimEnd('.'));
        }
    }

    /// <summary>Goes over to polling if events do not arrive.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        if (!_polls && !await EventProbe.EventsArriveAsync(_workshop, cancellationToken))
        {
            Poll("file events do not arrive here");
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            _watch?.Dispose();
        }
    }

    private void Poll(string reason)
    {
        lock (_lock)
        {
            if (_polls || _ended)
            {
                return;
            }

            _polls = true;
            _watch?.Dispose();
            _watch = new PollingWatch(_workshop, _saved, _time);
        }

        _note($"Looking for saved files once a second: {reason}.");
    }
}
