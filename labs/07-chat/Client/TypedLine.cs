using System.Text;

namespace Workshop.Chat;

/// <summary>The line that a user types: its text, and where the cursor is.</summary>
internal sealed class TypedLine
{
    private const int Longest = 10_000;

    private readonly StringBuilder _text = new();
    private readonly List<string> _earlier = [];
    private int _cursor;
    private int _recalled;

    /// <summary>The text before the cursor.</summary>
    public string Before => _text.ToString(0, _cursor);

    /// <summary>The text behind it.</summary>
    public string After => _text.ToString(_cursor, _text.Length - _cursor);

    /// <summary>Changes the line as a key says.</summary>
    /// <returns>The whole line, when the key is Enter; then the line is empty again. Else null.</returns>
    public string? Press(ConsoleKeyInfo key)
    {
        switch (key)
        {
            case { Key: ConsoleKey.Enter }:
                return Take();
            case { Key: ConsoleKey.Backspace } when _cursor > 0:
                var before = Back(_cursor);
                _text.Remove(before, _cursor - before);
                _cursor = before;
                break;
            case { Key: ConsoleKey.Delete } when _cursor < _text.Length:
                _text.Remove(_cursor, Forth(_cursor) - _cursor);
                break;
            case { Key: ConsoleKey.LeftArrow }:
                _cursor = Back(_cursor);
                break;
            case { Key: ConsoleKey.RightArrow }:
                _cursor = Forth(_cursor);
                break;
            case { Key: ConsoleKey.Home }:
                _cursor = 0;
                break;
            case { Key: ConsoleKey.End }:
                _cursor = _text.Length;
                break;
            case { Key: ConsoleKey.UpArrow } when _recalled > 0:
                Replace(_earlier[--_recalled]);
                break;
            case { Key: ConsoleKey.DownArrow } when _recalled < _earlier.Count:
                Replace(++_recalled < _earlier.Count ? _earlier[_recalled] : "");
                break;
            case { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control }:
                Replace("");
                break;
            case { KeyChar: var letter } when !char.IsControl(letter) && _text.Length < Longest:
                _text.Insert(_cursor++, letter);
                break;
        }

        return null;
    }

    private string Take()
    {
        var line = _text.ToString();
        if (line.Length > 0 && _earlier.LastOrDefault() != line)
        {
            _earlier.Add(line);
        }

        if (_earlier.Count > 100)
        {
            _earlier.RemoveAt(0);
        }

        _recalled = _earlier.Count;
        Replace("");
        return line;
    }

    private void Replace(string text)
    {
        _text.Clear().Append(text);
        _cursor = text.Length;
    }

    // A letter outside of the first 65,536 is two chars, which come as two keys.
    private int Back(int place) => place > 1 && char.IsLowSurrogate(_text[place - 1]) ? place - 2 : Math.Max(0, place - 1);

    private int Forth(int place) =>
        place < _text.Length && char.IsHighSurrogate(_text[place]) ? Math.Min(_text.Length, place + 2) : Math.Min(_text.Length, place + 1);
}
