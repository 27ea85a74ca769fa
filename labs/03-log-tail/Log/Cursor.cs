using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Workshop.Tail;

/// <summary>A position in the log: after an entry, before the next one.</summary>
/// <param name="Epoch">The process that numbered the entries. Another process begins at 1 again.</param>
/// <param name="Sequence">The number of the entry; 0 is before the first one.</param>
/// <remarks>Not a time: two entries may have the same time, and clocks are set back.</remarks>
internal readonly record struct Cursor(string Epoch, long Sequence)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Sequence}");

    public static bool TryParse(string text, [NotNullWhen(true)] out Cursor? cursor)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        cursor = dot > 0
            && text[..dot].All(char.IsAsciiLetterOrDigit)
            && long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            // One spelling: a zero in front was not written here.
            && new Cursor(text[..dot], sequence) is var found && $"{found}" == text
            ? found
            : null;
        return cursor is not null;
    }
}
