using Workshop.Runner.Labs;

namespace Workshop.Runner.Watching;

/// <summary>Watches by the system's file events.</summary>
internal sealed class EventWatch : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <param name="workshop">The workshop.</param>
    /// <param name="saved">Is told the path of what changed, relative to the workshop.</param>
    /// <param name="broken">Is told that events come no longer, and why.</param>
    /// <exception cref="IOException">The system has no more events to give.</exception>
    public EventWatch(WorkshopFolder workshop, Action<string> saved, Action<string> broken)
    {
        try
        {
            foreach (var folder in workshop.EditedFolders())
            {
                // The path of the folder itself may be a link; its name below the workshop is what counts.
                var watcher = new FileSystemWatcher(workshop.PathOf(folder))
                {
                    IncludeSubdirectories = true,
                    NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size | NotifyFilters.DirectoryName,
                };
                _watchers.Add(watcher);
                FileSystemEventHandler tell = (_, change) => saved($"{folder}/{change.Name?.Replace('\\', '/')}");
                watcher.Changed += tell;
                watcher.Created += tell;
                watcher.Deleted += tell;
                watcher.Renamed += (_, change) => saved($"{folder}/{change.Name?.Replace('\\', '/')}");
                watcher.Error += (_, error) => broken(error.GetException().Message);
                watcher.EnableRaisingEvents = true;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());
}
