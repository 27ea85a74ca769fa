using System.Globalization;
using System.Text;

namespace Workshop.Wire;

/// <summary>Bytes as people write them: <c>08 c0 c4 07</c>.</summary>
public static class HexText
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 3);
        foreach (var value in bytes)
        {
            text.Append(text.Length > 0 ? " " : "").Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>Reads bytes in capital or small letters, with or without spaces, line ends, commas, colons, dashes, <c>0x</c>.</summary>
    /// <returns>Null and why, in a sentence, where that is no hex.</returns>
    public static (byte[]? Bytes, string Problem) Parse(string text)
    {
        var digits = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '0' && i + 1 < text.Length && text[i + 1] is 'x' or 'X')
            {
                i++;
            }
            else if (char.IsAsciiHexDigit(letter))
            {
                digits.Append(letter);
            }
            else if (!char.IsWhiteSpace(letter) && letter is not (',' or ':' or '-' or '_'))
            {
                return (null, $"Character {i + 1} is '{letter}', which is no hex digit. Write bytes as 08 c0 c4 07.");
            }
        }

        return digits.Length % 2 == 0
            ? (Convert.FromHexString(digits.ToString()), "")
            : (null, $"There are {digits.Length} hex digits, and a byte has two. Write bytes as 08 c0 c4 07.");
    }
}
