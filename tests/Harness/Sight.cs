using Grpc.Core;

namespace Workshop.Harness;

/// <summary>Looks for what no response tells of.</summary>
internal static class Sight
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Looks until it is there, or for so long.</summary>
    /// <param name="look">Looks once: null when it is there, else what is there instead.</param>
    /// <param name="patience">How long.</param>
    /// <returns>Null when it was there; else what was there instead, the last time.</returns>
    public static async Task<string?> MissingAsync(Func<Task<string?>> look, TimeSpan patience)
    {
        var seen = "nothing, because the look did not end";
        using var limit = new CancellationTokenSource(patience);
        try
        {
            // On a thread of its own: code that blocks for ever must not block the check.
            await Task.Run(LookAsync, CancellationToken.None).WaitAsync(patience + (patience / 2), CancellationToken.None);
            return null;
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return seen;
        }

        async Task LookAsync()
        {
            using var timer = new PeriodicTimer(Pause);
            do
            {
                if (await OnceAsync(look) is not { } instead)
                {
                    return;
                }

                seen = instead;
            }
            while (await timer.WaitForNextTickAsync(limit.Token));
        }
    }

    // An upload that is not known yet, for example: what a call says is what there is to see.
    private static async Task<string?> OnceAsync(Func<Task<string?>> look)
    {
        try
        {
            return await look();
        }
        catch (RpcException exception)
        {
            return $"{StatusCodeName.Of(exception.StatusCode)} {exception.Status.Detail}".TrimEnd(' ', '.');
        }
    }
}
