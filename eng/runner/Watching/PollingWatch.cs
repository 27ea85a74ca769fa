using Workshop.Runner.Labs;

namespace Workshop.Runner.Watching;

/// <summary>Watches by looking at size and time of every file, again and again.</summary>
internal sealed class PollingWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly WorkshopFolder _workshop;
    private readonly Action<string> _saved;
    private readonly ITimer _timer;
    private Dictionary<string, (long Length, DateTime Time)> _seen;

    public PollingWatch(WorkshopFolder workshop, Action<string> saved, TimeProvider time)
    {
        (_workshop, _saved) = (workshop, saved);
        _seen = Look() ?? [];
        // One look after the other, however long it takes.
        _timer = time.CreateTimer(_ => LookAgain(), null, Pause, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    private void LookAgain()
    {
        if (Look() is { } now)
        {
            foreach (var path in now.Where(file => !_seen.TryGetValue(file.Key, out var before) || before != file.Value)
                .Select(file => file.Key)
                .Concat(_seen.Keys.Except(now.Keys)))
            {
                _saved(path);
            }

            _seen = now;
        }

        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    // Null when a folder is being changed while it is read: the next look sees it whole.
    private Dictionary<string, (long, DateTime)>? Look()
    {
        try
        {
            return _workshop.EditedFolders()
                .SelectMany(folder => new DirectoryInfo(_workshop.PathOf(folder)).EnumerateFiles("*", SearchOption.AllDirectories))
                .ToDictionary(file => _workshop.Show(file.FullName), file => (file.Length, file.LastWriteTimeUtc));
        }
        catch (Exception problem) when (WorkshopException.IsOfFile(problem))
        {
            return null;
        }
    }
}
