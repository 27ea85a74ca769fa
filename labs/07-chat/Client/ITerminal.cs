namespace Workshop.Chat;

/// <summary>A terminal on which a user types while lines are shown.</summary>
public interface ITerminal
{
    /// <summary>How many characters fit in a line.</summary>
    int Width { get; }

    /// <summary>Whether it shows colours.</summary>
    bool IsColoured { get; }

    /// <summary>Writes a text where the cursor is. <c>\r</c> goes to the beginning of the line, <c>\n</c> to the beginning of the next one.
    /// </summary>
    void Write(string text);

    /// <summary>Waits for a key.</summary>
    Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken);
}
