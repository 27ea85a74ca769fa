using Workshop.Chat;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class PromptChecks
{
    [Fact, Trait("Todo", "07.10")]
    public async Task Lines_of_others_do_not_tear_the_typed_one()
    {
        const int Others = 20;
        const string Typed = "this line is whole";
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var check = new LabCheck();
        var terminal = new FakeTerminal();
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var peer = await check.StartPeerAsync(new ScriptedRoom(async call =>
        {
            await call.PresentAsync("bob");
            await half.Task;
            for (var i = 1; i <= Others; i++)
            {
                await call.SaidAsync("bob", $"line {i}");
            }

            said.SetResult((await call.ReadAsync())?.Say.Text ?? "(nothing)");
            await call.ReadToLeaveAsync();
        }), recorded: false);

        await check.CallAsync(async () =>
        {
            var client = ClientRun.OnTerminalAsync(peer, terminal);
            terminal.Type(Typed[..9]);
            await SeeAsync($"> {Typed[..9].TrimEnd()}");
            half.SetResult();
            terminal.Type(Typed[9..]);
            await check.SeeAsync(
                $"{Others} lines of others are shown",
                () => Task.FromResult(terminal.Lines.Any(line => line.Contains($"line {Others}", StringComparison.Ordinal)) ? null : terminal.LastLine),
                "Show writes the line, and draws the typed one again.");
            await SeeAsync($"> {Typed}");
            check.Note("the screen", string.Join('\n', terminal.Lines.Where(line => line.Length > 0)));
            terminal.Press('\r', ConsoleKey.Enter);
            check.Note("said", await said.Task.WaitAsync(check.Patience));
            terminal.Type("/leave");
            terminal.Press('\r', ConsoleKey.Enter);
            check.Note("exit code", $"{await client.WaitAsync(check.Patience)}");
            var left = terminal.Lines.Where(line => line.StartsWith('>')).ToList();
            check.Note("typed line", left.Count == 0 && terminal.LastLine.Length == 0 ? "erased" : $"'{left.FirstOrDefault() ?? terminal.LastLine}' is left");
        });

        await check.MatchAsync("Erase the typed line, write the other one, and draw the typed one again: all of it as one write, under a lock.");

        Task SeeAsync(string line) => check.SeeAsync(
            $"The last line of the terminal is '{line}'",
            () => Task.FromResult(terminal.LastLine == line ? null : $"'{terminal.LastLine}'"),
            "What was typed is drawn again behind each line of others.");
    }

    [Fact, Trait("Todo", "07.10")]
    public async Task A_long_line_and_the_cursor_stay_where_they_are()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var check = new LabCheck();
        var terminal = new FakeTerminal(width: 20);
        var peer = await check.StartPeerAsync(new ScriptedRoom(async call =>
        {
            await call.PresentAsync("bob");
            await go.Task;
            await call.SaidAsync("bob", "hi");
            await call.ReadToLeaveAsync();
        }), recorded: false);

        await check.CallAsync(async () =>
        {
            var client = ClientRun.OnTerminalAsync(peer, terminal);
            terminal.Type("a line that is longer than the terminal is wide");
            terminal.Press('\0', ConsoleKey.LeftArrow);
            terminal.Press('\0', ConsoleKey.LeftArrow);
            await check.SeeAsync(
                "The typed line ends with 'wide', and the cursor is two letters left of its end",
                () => Task.FromResult(IsDrawn() ? null : $"'{terminal.LastLine}', the cursor in column {terminal.Column}"),
                "Draw writes the part of the line that has room, and puts the cursor where it was.");
            go.SetResult();
            await check.SeeAsync(
                "Behind the line of somebody else, all of that is the same",
                () => Task.FromResult(IsDrawn() && terminal.Lines.Any(line => line.EndsWith("bob: hi", StringComparison.Ordinal))
                    ? null : $"'{terminal.LastLine}', the cursor in column {terminal.Column}"),
                "Erase and draw again.");
            check.Note("the screen", string.Join('\n', terminal.Lines.Where(line => line.Length > 0)));
            terminal.Press('\u0004', ConsoleKey.Enter);
            terminal.Type("/leave");
            terminal.Press('\r', ConsoleKey.Enter);
            check.Note("exit code", $"{await client.WaitAsync(check.Patience)}");
        });

        await check.MatchAsync("What is drawn is never as wide as the terminal, and erased as wide as it was drawn.");

        bool IsDrawn() => terminal.LastLine.EndsWith("wide", StringComparison.Ordinal) && terminal.Column == terminal.LastLine.Length - 2;
    }

    [Fact, Trait("Todo", "07.10")]
    public async Task Writes_once_and_one_at_a_time()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            await NoteAsync("Show", Show, "Press", Press);
            await NoteAsync("Press", Press, "Show", Show);
            await NoteAsync("Close", prompt => prompt.Close(), "Show", Show);
            await NoteAsync("Show", Show, "Close", prompt => prompt.Close());
        });

        await check.MatchAsync("Make one text of all that Show writes, and take one lock in Show, Press and Close.");

        // Where nothing is typed, Close has nothing to write.
        static (Prompt Prompt, BusyTerminal Terminal) Typed()
        {
            var terminal = new BusyTerminal();
            var prompt = new Prompt(terminal);
            Press(prompt);
            return (prompt, terminal);
        }

        static void Show(Prompt prompt) => prompt.Show("bob: hi");

        static void Press(Prompt prompt) => prompt.Press(new ConsoleKeyInfo('a', ConsoleKey.A, shift: false, alt: false, control: false));

        async Task NoteAsync(string name, Action<Prompt> act, string otherName, Action<Prompt> otherAct)
        {
            var (prompt, terminal) = Typed();
            var before = terminal.Writes;
            act(prompt);
            var writes = terminal.Writes - before;
            (prompt, terminal) = Typed();
            var other = Task.CompletedTask;
            terminal.Next = () => other = Meanwhile.Do(() => otherAct(prompt));
            act(prompt);
            await other;
            check.Note(name, writes == 1 ? "one write" : $"{writes} writes");
            check.Note($"{otherName} then", terminal.WereTwoAtOnce ? $"writes in the middle of a write of {name}" : $"waits for the end of {name}");
        }
    }
}
