using System.Text.RegularExpressions;

namespace Workshop.Chat;

/// <summary>What a member or a room may be called.</summary>
public static partial class Names
{
    /// <summary>The rule, as a part of a sentence.</summary>
    public const string Rule = "give 1 to 32 letters and digits of ASCII, '-' and '_'";

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    // \z: $ would let a line feed pass behind the name.
    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,32}\z")]
    private static partial Regex Pattern();
}
