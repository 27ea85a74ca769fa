using System.Threading.Channels;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Screens;
using Workshop.Runner.Watching;

namespace Workshop.Runner.Loop;

/// <summary>The loop in a real terminal: brings keys, files, clock and grader together, until a key ends it.</summary>
internal static class LoopSession
{
    private static readonly TimeSpan TickPause = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(WorkshopFolder workshop, Screen screen, CancellationToken cancellationToken)
    {
        var (grade, time) = (workshop.DefaultGrade, TimeProvider.System);
        var events = Channel.CreateUnbounded<LoopEvent>(new UnboundedChannelOptions { SingleReader = true });
        void Tell(LoopEvent happened) => events.Writer.TryWrite(happened);

        using ILoopScreen loopScreen = screen.CanAnimate ? new TerminalScreen(screen) : new PlainScreen(screen);
        await using var ready = new ReadyChecks(workshop.Root);
        await using var run = new GradingRun(new GradeBook(workshop, grade, ready), ready, Tell);
        using var watch = new Watch(workshop, path => Tell(new LoopEvent.Saved(path)), line => Tell(new LoopEvent.Noted(line)), time);
        await using var ticks = time.CreateTimer(_ => Tell(new LoopEvent.Tick()), null, TickPause, TickPause);
        var machine = new LoopMachine(new LoopActions(workshop, grade, time), run, time);
        machine.Begin();
        loopScreen.Show(machine.Model);
        var probe = watch.ProbeAsync(cancellationToken);
        (screen.CanAnimate ? (Action<Action<string>>)KeyReader.Start : KeyReader.StartTyped)(key => Tell(new LoopEvent.Key(key)));

        await foreach (var happened in events.Reader.ReadAllAsync(cancellationToken))
        {
            if (!machine.Handle(happened))
            {
                break;
            }

            loopScreen.Show(machine.Model);
        }

        await probe;
    }
}
