namespace Workshop.Chat;

/// <summary>The last line of a terminal, in which the user types, and the lines of others above it.</summary>
public sealed class Prompt(ITerminal terminal)
{
    private const string Mark = "> ";

    // Lines of others come from one thread, keys from another.
    private readonly Lock _lock = new();
    private readonly TypedLine _typed = new();
    private int _drawn;

    /// <summary>Shows a line above the one that is being typed.</summary>
    public void Show(string line)
    {
        lock (_lock)
        {
            terminal.Write($"{Erase()}{line}\n{Draw()}");
        }
    }

    /// <summary>Changes the typed line as a key says.</summary>
    /// <returns>The whole line, when the key is Enter. Else null.</returns>
    public string? Press(ConsoleKeyInfo key)
    {
        lock (_lock)
        {
            var line = _typed.Press(key);
            terminal.Write(Erase() + Draw());
            return line;
        }
    }

    /// <summary>Removes the line that is being typed: the program ends, and the shell writes there.</summary>
    public void Close()
    {
        lock (_lock)
        {
            terminal.Write(Erase());
        }
    }

    // Spaces and not an escape sequence: not every console obeys one.
    private string Erase()
    {
        var erased = $"\r{new string(' ', _drawn)}\r";
        _drawn = 0;
        return erased;
    }

    // Never as wide as the terminal: in the last column, some go to the next line.
    private string Draw()
    {
        var room = Math.Max(1, terminal.Width - Mark.Length - 1);
        // Of a line that is too long, both sides of the cursor stay in sight.
        var before = Cells.End(_typed.Before, room - Math.Min(Cells.Width(_typed.After), room / 2));
        var after = Cells.Start(_typed.After, room - Cells.Width(before));
        _drawn = Mark.Length + Cells.Width(before) + Cells.Width(after);
        // The second time, to put the cursor behind the text before it.
        return after.Length == 0 ? $"{Mark}{before}" : $"{Mark}{before}{after}\r{Mark}{before}";
    }
}
