using System.Text;
using System.Threading.Channels;
using Workshop.Chat;

namespace Workshop.Tests;

/// <summary>A terminal of lines, which does what is written to it, and on which a test types.</summary>
internal sealed class TerminalScreen : ITerminal
{
    private readonly Channel<ConsoleKeyInfo> _keys = Channel.CreateUnbounded<ConsoleKeyInfo>();
    private readonly List<StringBuilder> _lines = [new()];
    private readonly Lock _lock = new();
    private int _column;

    public int Width => 80;

    public bool IsColoured => false;

    /// <summary>What is on the screen, without the spaces at the ends of lines.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines.Select(line => line.ToString().TrimEnd())];
            }
        }
    }

    /// <summary>A key is pressed.</summary>
    public void Type(char letter) => _keys.Writer.TryWrite(
        new ConsoleKeyInfo(letter, letter == '\r' ? ConsoleKey.Enter : ConsoleKey.None, shift: false, alt: false, control: false));

    public Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken) => _keys.Reader.ReadAsync(cancellationToken).AsTask();

    public void Write(string text)
    {
        lock (_lock)
        {
            foreach (var letter in text)
            {
                Write(letter);
            }
        }
    }

    private void Write(char letter)
    {
        switch (letter)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                _lines.Add(new StringBuilder());
                _column = 0;
                break;
            default:
                Assert.False(char.IsControl(letter), $"U+{(int)letter:X4} was written.");
                Assert.True(_column < Width - 1, "A line is as wide as the terminal.");
                var line = _lines[^1];
                if (_column == line.Length)
                {
                    line.Append(letter);
                }
                else
                {
                    line[_column] = letter;
                }

                _column++;
                break;
        }
    }
}
