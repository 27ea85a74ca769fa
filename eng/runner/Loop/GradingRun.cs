using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Loop;

/// <summary>Grades in the background.</summary>
internal sealed class GradingRun(GradeBook grader, ReadyChecks ready, Action<LoopEvent> tell) : IGradingRun, IAsyncDisposable
{
    // An editor may empty, rename and write a file, one right after the other.
    private static readonly TimeSpan SavingTime = TimeSpan.FromMilliseconds(20);

    private CancellationTokenSource? _running;

    private Task _task = Task.CompletedTask;

    public void Start(Lab lab)
    {
        // A run that was ended may still be closing its processes; two builds of one lab would be in each other's way.
        var before = _task;
        _running = new CancellationTokenSource();
        var token = _running.Token;
        _task = Task.Run(async () =>
        {
            await before;
            var ended = await GradeAsync(lab, token);
            if (!token.IsCancellationRequested)
            {
                tell(ended);
                await PrepareAsync();
            }
        });
    }

    public void End() => _running?.Cancel();

    public async ValueTask DisposeAsync()
    {
        End();
        await _task;
        _running?.Dispose();
    }

    // Without a ready process the next run takes a second longer, and says itself what is wrong.
    private async Task PrepareAsync()
    {
        try
        {
            await ready.PrepareAsync();
        }
        catch (WorkshopException)
        {
        }
    }

    private async Task<LoopEvent> GradeAsync(Lab lab, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(SavingTime, cancellationToken);
            return new LoopEvent.Graded(await grader.GradeAsync(lab, cancellationToken));
        }
        catch (WorkshopException problem)
        {
            return new LoopEvent.Failed(problem.Message);
        }
        catch (Exception problem) when (WorkshopException.IsOfFile(problem))
        {
            return new LoopEvent.Failed($"{WorkshopException.OfFile(problem).Message} Then press r.");
        }
        catch (OperationCanceledException)
        {
            return new LoopEvent.Failed("The check was ended.");
        }
    }
}
