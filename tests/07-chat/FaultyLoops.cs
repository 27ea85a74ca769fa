using Grpc.Core;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>Two loops: one fails at once, the other one when it is cancelled.</summary>
/// <param name="check">The check.</param>
/// <param name="late">Whether the other one still does something before it ends.</param>
internal sealed class FaultyLoops(LabCheck check, bool late)
{
    // Who does not wait for the other one returns in this time.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _returned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Without that option: the loop that is not late has ended before the cancellation has.
    private readonly TaskCompletionSource _other = new();

    /// <summary>What came of both.</summary>
    public string Seen { get; private set; } = "returns";

    /// <summary>Runs both by the student's code.</summary>
    public async Task RunAsync(Func<FaultyLoops, Task> run)
    {
        try
        {
            await run(this);
        }
        catch (Exception problem) when (problem is not RpcException)
        {
            Seen = $"throws the fault of {problem.Message}";
        }

        Seen += (_cancelled.Task.IsCompleted, _other.Task.IsCompleted) switch
        {
            (false, _) => ", and the other loop was not cancelled",
            (_, false) => ", while the other loop still runs",
            _ => ", when the other loop has ended",
        };
        _returned.SetResult();
    }

    public static async Task FirstAsync(CancellationToken stop)
    {
        await Task.Yield();
        throw new InvalidDataException("the first loop");
    }

    public Task OtherAsync(CancellationToken stop)
    {
        stop.Register(() =>
        {
            _cancelled.SetResult();
            if (!late)
            {
                End();
            }
        });
        _ = EndLaterAsync();
        return _other.Task;
    }

    private async Task EndLaterAsync()
    {
        if (await check.HappensAsync(_cancelled.Task) && late)
        {
            await check.HappensAsync(_returned.Task, Moment);
        }

        End();
    }

    private void End() => _other.TrySetException(new InvalidDataException("the other loop"));
}
