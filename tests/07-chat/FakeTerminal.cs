using System.Text;
using System.Threading.Channels;
using Workshop.Chat;

namespace Workshop.Checks;

/// <summary>A terminal without a screen: what is written is kept in lines, as a terminal would show it.</summary>
internal sealed class FakeTerminal(int width = 40) : ITerminal
{
    private readonly Channel<ConsoleKeyInfo> _keys = Channel.CreateUnbounded<ConsoleKeyInfo>();
    private readonly Lock _lock = new();
    private readonly List<StringBuilder> _lines = [new()];
    private int _row;
    private int _column;

    public int Width => width;

    public bool IsColoured => false;

    /// <summary>Its lines, without the spaces at their ends.</summary>
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

    /// <summary>The line where the cursor is.</summary>
    public string LastLine => Lines[^1];

    /// <summary>How many characters are left of the cursor.</summary>
    public int Column
    {
        get
        {
            lock (_lock)
            {
                return _column;
            }
        }
    }

    public void Write(string text)
    {
        // Letter by letter, as a slow terminal: two writes at the same time get mixed.
        foreach (var letter in text)
        {
            lock (_lock)
            {
                Put(letter);
            }
        }
    }

    public async Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken) => await _keys.Reader.ReadAsync(cancellationToken);

    /// <summary>Types a text.</summary>
    public void Type(string text)
    {
        foreach (var letter in text)
        {
            Press(letter, default);
        }
    }

    /// <summary>Presses a key.</summary>
    public void Press(char letter, ConsoleKey key) => _keys.Writer.TryWrite(new ConsoleKeyInfo(letter, key, shift: false, alt: false, control: false));

    private void Put(char letter)
    {
        switch (letter)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                NextLine();
                break;
            default:
                if (_column == width)
                {
                    NextLine();
                }

                var line = _lines[_row];
                line.Append(' ', Math.Max(0, _column + 1 - line.Length));
                line[_column++] = letter;
                break;
        }
    }

    private void NextLine()
    {
        _column = 0;
        if (++_row == _lines.Count)
        {
            _lines.Add(new StringBuilder());
        }
    }
}
