using System.Buffers;

namespace Workshop.Tail;

/// <summary>The names of values that are secret.</summary>
internal static class SecretNames
{
    private static readonly string[] Separators = ["", "_", "-", ".", " "];

    // These count also where words are not told apart, as in accesstoken. A value too many is masked rather than one too few: that of
    // secretary, too.
    private static readonly string[] Anywhere =
    [
        "password", "passwd", "pwd", "secret", "token", "authorization", "cookie", "credential", "sessionid", "pincode",
        .. Separators.SelectMany(separator => new[] { $"api{separator}key", $"private{separator}key", $"connection{separator}string" }),
    ];

    // Other words have these in them, such as pinned, obsession and className: they count only as a word.
    private static readonly string[] AsWord = ["pin", "otp", "ssn", "session"];

    // Every property of every event is checked: one search for all names is faster than one search per name.
    private static readonly SearchValues<string> Suspicious = SearchValues.Create([.. Anywhere, .. AsWord], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Certain = SearchValues.Create(Anywhere, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name says that its value is secret.</summary>
    public static bool Contain(ReadOnlySpan<char> name) =>
        name.ContainsAny(Suspicious) && (name.ContainsAny(Certain) || HasSecretWord(name));

    private static bool HasSecretWord(ReadOnlySpan<char> name)
    {
        foreach (var word in AsWord)
        {
            for (var start = 0; start + word.Length <= name.Length; start++)
            {
                if (name[start..].StartsWith(word, StringComparison.OrdinalIgnoreCase)
                    && IsBoundary(name, start) && IsBoundary(name, start + word.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Words are told apart by what is no letter, by a capital letter after a small one, and by the last of several capital letters:
    // user_pin, userPin, PINCode.
    private static bool IsBoundary(ReadOnlySpan<char> name, int at) =>
        at == 0 || at == name.Length
        || !char.IsLetter(name[at - 1]) || !char.IsLetter(name[at])
        || (char.IsLower(name[at - 1]) && char.IsUpper(name[at]))
        || (char.IsUpper(name[at - 1]) && char.IsUpper(name[at]) && at + 1 < name.Length && char.IsLower(name[at + 1]));
}
