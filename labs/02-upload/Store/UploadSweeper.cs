namespace Workshop.Upload;

/// <summary>Removes uploads that nobody continues, at regular times.</summary>
internal sealed class UploadSweeper(
    FileStore store, UploadOptions options, TimeProvider time, ILogger<UploadSweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.SweepInterval, time);
        try
        {
            do
            {
                Sweep();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The server stops, or did not start.
        }
    }

    private void Sweep()
    {
        try
        {
            if (store.Sweep() is > 0 and var count)
            {
                logger.Swept(count);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.SweepFailed(exception);
        }
    }
}
