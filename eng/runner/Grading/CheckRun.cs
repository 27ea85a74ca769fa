using Workshop.Runner.Files;

namespace Workshop.Runner.Grading;

/// <summary>One run of checks: its process, and the folder from which that loads the answer.</summary>
internal sealed record CheckRun(CheckProcess Process, ScratchFolder Folder) : IAsyncDisposable
{
    /// <summary>Ends the process, then deletes the folder: on Windows, what a process has loaded cannot be deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Folder.Dispose();
    }
}
