namespace Workshop.Upload;

/// <summary>Removes uploads that nobody continues, now and then.</summary>
internal sealed class UploadSweeper(
    FileStore store, UploadOptions options, TimeProvider time, ILogger<UploadSweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.SweepInterval, time);
        do
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
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
