using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Workshop.Runner.Screens;

/// <summary>Where a command prints: a terminal with or without colour and cursor moves, or a file.</summary>
internal sealed class Screen
{
    private const int WidthWithoutTerminal = 80;

    private readonly IAnsiConsole _console;

    /// <param name="plain">No colour, no cursor moves, no spinner.</param>
    /// <param name="writer">Standard output, or another writer.</param>
    public Screen(bool plain, TextWriter writer)
    {
        // NO_COLOR: https://no-color.org
        var colourless = plain || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain || Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            // A build server that shows colours is still a file: it gets plain text.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            ColorSystem = colourless ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (Console.IsOutputRedirected)
        {
            _console.Profile.Width = WidthWithoutTerminal;
        }
    }

    /// <summary>In columns; 80 where there is no terminal.</summary>
    public int Width => _console.Profile.Width;

    public bool HasSigns => _console.Profile.Capabilities.Unicode;

    public bool CanAnimate => _console.Profile.Capabilities is { Interactive: true, Ansi: true };

    /// <summary>A sign where the terminal can show it, else its stand-in from ASCII.</summary>
    public string Sign(string sign, string ascii) => _console.Profile.Capabilities.Unicode ? sign : ascii;

    public void Line(string text = "", Style? style = null)
    {
        Write(text, style);
        _console.Profile.Out.Writer.WriteLine();
    }

    public void Line(ScreenLine line)
    {
        Write(line);
        Line();
    }

    public void Lines(IEnumerable<ScreenLine> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    public void Write(ScreenLine line)
    {
        foreach (var (text, style) in line.Pieces)
        {
            Write(text, style);
        }
    }

    /// <summary>Writes what a terminal obeys; for a terminal that can move its cursor.</summary>
    public void Control(string sequence)
    {
        _console.Profile.Out.Writer.Write(sequence);
        _console.Profile.Out.Writer.Flush();
    }

    /// <summary>Writes text as it is: a line that is too long is the terminal's to break, so that it copies whole.</summary>
    public void Write(string text, Style? style = null)
    {
        if (style is null || !_console.Profile.Capabilities.Ansi)
        {
            _console.Profile.Out.Writer.Write(text);
            return;
        }

        foreach (var (line, index) in text.Split('\n').Select((line, index) => (line, index)))
        {
            _console.Profile.Out.Writer.Write(index > 0 ? "\n" : "");
            _console.Write(new Segments(line, style));
        }
    }

    /// <summary>Writes something that fits itself to the width.</summary>
    public void Write(IRenderable content) => _console.Write(content);

    /// <summary>Does a step of a longer work, and says how long it took.</summary>
    public async Task<T> StepAsync<T>(string doing, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        if (!CanAnimate)
        {
            Write($"  {doing} ... ");
            _console.Profile.Out.Writer.Flush();
        }

        var ended = "failed";
        try
        {
            var result = CanAnimate ? await WaitAsync(doing, work) : await work();
            ended = $"{watch.Elapsed.TotalSeconds:0} s";
            return result;
        }
        finally
        {
            Line(CanAnimate ? $"  {doing}: {ended}" : ended);
        }
    }

    public Task StepAsync(string doing, Func<Task> work) => StepAsync(doing, async () =>
    {
        await work();
        return true;
    });

    /// <summary>Does work of some seconds, and shows that it goes on, with the seconds that have gone.</summary>
    public async Task<T> WaitAsync<T>(string doing, Func<Task<T>> work)
    {
        if (!CanAnimate)
        {
            Line($"{doing} ...");
            return await work();
        }

        var watch = Stopwatch.StartNew();
        return await _console.Status().Spinner(Spinner.Known.Line).SpinnerStyle(Style.Plain).StartAsync(Markup.Escape(doing), async status =>
        {
            using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
            var working = work();
            var tick = second.WaitForNextTickAsync().AsTask();
            while (await Task.WhenAny(working, tick) != working)
            {
                status.Status = Markup.Escape($"{doing}, {watch.Elapsed.TotalSeconds:0} s");
                tick = second.WaitForNextTickAsync().AsTask();
            }

            return await working;
        });
    }

    // Text in one style that is never wrapped.
    private sealed class Segments(string text, Style style) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(text, style)];
    }
}
