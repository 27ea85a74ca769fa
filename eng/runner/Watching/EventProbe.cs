using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Watching;

/// <summary>Finds out whether file events arrive: on network shares, container mounts and other systems' disks they may not.</summary>
internal static class EventProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Writes a file and waits for its event.</summary>
    public static async Task<bool> EventsArriveAsync(WorkshopFolder workshop, CancellationToken cancellationToken)
    {
        var folder = workshop.PathOf(".workshop");
        var file = $"probe-{Environment.ProcessId}.tmp";
        var path = Path.Combine(folder, file);
        try
        {
            Directory.CreateDirectory(folder);
            var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var watcher = new FileSystemWatcher(folder, file);
            watcher.Created += (_, _) => arrived.TrySetResult();
            watcher.Changed += (_, _) => arrived.TrySetResult();
            watcher.EnableRaisingEvents = true;
            await File.WriteAllTextAsync(path, "Do file events arrive?", cancellationToken);
            await arrived.Task.WaitAsync(Patience, cancellationToken);
            return true;
        }
        catch (Exception problem) when (problem is TimeoutException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            Delete(path);
        }
    }

    // The loop must not end because a virus scanner looks at this file just now.
    private static void Delete(string path)
    {
        try
        {
            BusyFile.Retry(path, () => File.Delete(path));
        }
        catch (IOException)
        {
        }
    }
}
