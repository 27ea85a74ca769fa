using System.Text.RegularExpressions;
using Xunit;

namespace Workshop.Tests;

/// <summary>The real program in a pseudo-terminal.</summary>
public sealed partial class LoopTerminalTests : IClassFixture<FixtureWorkshop>
{
    private const string Reason = "There is no script(1) of util-linux here, and so no pseudo-terminal.";

    private readonly FixtureWorkshop _workshop;

    public LoopTerminalTests(FixtureWorkshop workshop)
    {
        _workshop = workshop;
        // Each test is a first start.
        Directory.CreateDirectory(Path.Combine(workshop.Root, ".workshop"));
        File.WriteAllText(Path.Combine(workshop.Root, ".workshop", "progress.json"), "{}");
        File.WriteAllText(Path.Combine(workshop.Root, "labs", "01-one", "README.md"), """
            # Lab 01: One

            ## Task 01.1: First

            <details><summary>Hint 1</summary>

            Think twice.

            </details>
            """);
        workshop.Script(
            ReporterLines.Begun("a", "01.1", "It_answers"),
            ReporterLines.Failed("a", "Workshop.Harness.WrongAnswerException", "01.1 It answers: wrong\n\nNext   Mend it."),
            ReporterLines.Finished);
    }

    [Fact]
    public async Task From_the_first_start_to_the_end_and_the_terminal_is_as_it_was()
    {
        Assert.SkipUnless(TerminalProcess.IsPossible, Reason);
        await using var terminal = await StartAsync("");

        await terminal.PressAsync(" ");
        await terminal.SeesAsync("01.1 It answers: wrong");
        await terminal.PressAsync("h");
        await terminal.SeesAsync("Think twice.");
        await terminal.PressAsync("q");

        Assert.Equal(0, await terminal.EndsAsync());
        AssertRestored(terminal.Output);
    }

    [Fact]
    public async Task Ctrl_C_during_a_check_restores_the_terminal()
    {
        Assert.SkipUnless(TerminalProcess.IsPossible, Reason);
        _workshop.Script("HANG");
        await using var terminal = await StartAsync("");

        await terminal.PressAsync(" ");
        await terminal.SeesAsync("Checking lab 01");
        await terminal.PressAsync("\u0003");
        await terminal.SeesAsync("exit code 130");

        await terminal.EndsAsync();
        AssertRestored(terminal.Output);
    }

    [Fact]
    public async Task A_save_is_checked_and_shown()
    {
        Assert.SkipUnless(TerminalProcess.IsPossible, Reason);
        await using var terminal = await StartAsync("");
        await terminal.PressAsync(" ");
        await terminal.SeesAsync("01.1 It answers: wrong");
        var before = terminal.Output.Length;

        _workshop.Answer("static class Lab { public static int Overflow(int n) => n }");
        await terminal.SeesAsync("Lab 01 does not compile.", before);
        _workshop.Answer("static class Lab { public static int Overflow(int n) => Overflow(n + 1) + 1; }");

        await terminal.PressAsync("q");
        await terminal.EndsAsync();
    }

    [Fact]
    public async Task Of_a_save_in_several_steps_the_last_one_is_checked()
    {
        Assert.SkipUnless(TerminalProcess.IsPossible, Reason);
        await using var terminal = await StartAsync("");
        await terminal.PressAsync(" ");
        await terminal.SeesAsync("01.1 It answers: wrong");
        var before = terminal.Output.Length;
        _workshop.Script(
            ReporterLines.Begun("a", "01.1", "It_answers"),
            ReporterLines.Failed("a", "Workshop.Harness.WrongAnswerException", "01.1 It answers: better\n\nNext   Mend it."),
            ReporterLines.Finished);

        // As editors do: the old file is put aside, a new one is made, and written in parts, with some milliseconds between. However long they
        // take on a busy machine, the last verdict is of the last part.
        var file = Path.Combine(_workshop.Root, "labs", "01-one", "Lab.cs");
        File.Move(file, $"{file}~");
        foreach (var content in new[] { "", "static class Lab { public", "static class Lab { public static int Overflow(int n) => n + 1; }" })
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        File.Delete($"{file}~");
        await terminal.SeesAsync("01.1 It answers: better", before);
        await terminal.PressAsync("q");
        await terminal.EndsAsync();
    }

    [Fact]
    public async Task Plain_moves_no_cursor_and_takes_typed_letters()
    {
        Assert.SkipUnless(TerminalProcess.IsPossible, Reason);
        await using var terminal = await StartAsync("--plain");
        await terminal.PressAsync("\n");
        await terminal.SeesAsync("01.1 It answers: wrong");

        await terminal.PressAsync("h\n");
        await terminal.SeesAsync("Think twice.");
        await terminal.PressAsync("q\n");

        Assert.Equal(0, await terminal.EndsAsync());
        Assert.DoesNotMatch(CursorMove(), terminal.Output);
    }

    // A key that comes before the first page is echoed by the terminal into whatever stands there.
    private async Task<TerminalProcess> StartAsync(string options)
    {
        var terminal = new TerminalProcess(
            $"trap : INT; stty -a; dotnet exec '{Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll")}' {options}; "
            + "code=$?; echo; echo exit code $code; stty -a; exit $code",
            ("WORKSHOP_ROOT", _workshop.Root),
            ("TERM", "xterm"),
            ("NO_COLOR", ""),
            ("Grade", ""),
            ("MSBUILDDISABLENODEREUSE", "1"));
        await terminal.SeesAsync("Welcome to the gRPC workshop");
        return terminal;
    }

    private static void AssertRestored(string output)
    {
        var settings = Settings().Matches(output).Select(match => match.Value).ToArray();
        Assert.True(settings.Length == 2, $"stty(1) did not print its settings twice. The terminal showed:\n{output}");
        Assert.Equal(settings[0], settings[1]);
        Assert.True(
            output.LastIndexOf("\u001b[?25h", StringComparison.Ordinal) > output.LastIndexOf("\u001b[?25l", StringComparison.Ordinal),
            "The cursor is still hidden.");
    }

    [GeneratedRegex(@"^speed [^;]*;.*?-extproc\r?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Settings();

    [GeneratedRegex(@"\u001b\[(\?25[hl]|[0-9;]*[A-HJK])")]
    private static partial Regex CursorMove();
}
