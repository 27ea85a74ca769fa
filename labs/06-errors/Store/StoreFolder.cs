using Workshop.ServiceDefaults;

namespace Workshop.Errors;

/// <summary>Tries at the start whether a file can be made beside the database, as SQLite does.</summary>
/// <remarks>The database itself is not opened: to close it would end the locks that SQLite has on it in this process
/// (https://sqlite.org/howtocorrupt.html, section 2.2). One that is broken is no problem of the start: those who call are told.</remarks>
internal sealed class StoreFolder(UsersOptions options) : IHostedService
{
    /// <exception cref="StartException">It cannot.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            File.Create($"{options.Database}.{Guid.NewGuid():N}", 1, FileOptions.DeleteOnClose).Dispose();
            return Directory.Exists(options.Database)
                ? throw new IOException($"{options.Database} is a folder.")
                : Task.CompletedTask;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"the users cannot be stored. {problem.Message} With --Users:Database, name a file in a folder that may be written.", problem);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
