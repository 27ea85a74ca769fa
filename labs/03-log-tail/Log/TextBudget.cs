namespace Workshop.Tail;

/// <summary>Cuts the texts of one entry: each to a length, and all together to four times that.</summary>
/// <param name="maxLength">The longest text, in UTF-16 code units.</param>
internal sealed class TextBudget(int maxLength)
{
    private const int TextsPerEntry = 4;

    private int _left = TextsPerEntry * maxLength;

    /// <summary>Whether anything was cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The length of all that was taken.</summary>
    public int Taken => (TextsPerEntry * maxLength) - _left;

    /// <summary>Takes room for one more property, if there is enough.</summary>
    public bool TryTakeProperty()
    {
        var hasRoom = _left >= EntryLength.Property;
        _left -= hasRoom ? EntryLength.Property : 0;
        IsCut |= !hasRoom;
        return hasRoom;
    }

    /// <summary>The text, or as much of it as there is room for: a new string, which does not keep the long one alive.</summary>
    public string Take(string text)
    {
        var length = Math.Min(maxLength, _left);
        if (text.Length > length)
        {
            IsCut = true;
            // Never between the two halves of a surrogate pair: UTF-8 cannot encode one half.
            text = text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
        }

        _left -= text.Length;
        return text;
    }
}
