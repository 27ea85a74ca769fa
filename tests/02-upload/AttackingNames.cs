namespace Workshop.Checks;

/// <summary>Names that try to leave the store, that mean a device, or that look like another name.</summary>
internal static class AttackingNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "", ".", "..", "../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "C:x", "\\\\server\\share\\x", "~/x/..", "a/b", "a\\b",
        "a/", "./a", "%2e%2e/x", "....//x", "file:///x", "a:stream", "nul\0.txt", "\0", "line\nbreak", "\r", "tab\there",
        "bell\a", "escape\u001b[2J", "delete\u007f", "\u0085", "exe\u202etxt.exe", "\u2066x\u2069", "zero\u200bwidth", "\ufeffx",
        "separator\u2028", "CON", "con.txt", "LPT1", "com¹.log", "trailing.", "trailing ", " leading", "what?", "a*b", "<a>", "a|b",
        new string('a', 256), string.Concat(Enumerable.Repeat("é", 128)),
    ];

    /// <summary>The name as a terminal can show it: other characters than ASCII as numbers.</summary>
    public static string Show(string name) => name.Length > 40
        ? $"{Show(name[..3])}… ({name.Length} characters)"
        : string.Concat(name.Select(unit => unit is >= ' ' and <= '~' ? $"{unit}" : $"{{{(int)unit:x4}}}"));
}
