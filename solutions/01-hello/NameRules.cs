namespace Workshop.Hello;

/// <summary>Which names are accepted.</summary>
internal static class NameRules
{
    /// <summary>Longest accepted name, in characters. A character is a Unicode code point, as the contract says.</summary>
    public const int MaxCharacters = 80;

    /// <summary>Says what is wrong with a name and what is allowed; null when the name is accepted.</summary>
    public static string? Problem(string name)
    {
        // string.Length counts UTF-16 code units: an owl (🦉) would count twice. A Rune is a code point.
        var characters = name.EnumerateRunes().Count();
        return characters switch
        {
            0 => $"The name is empty: give 1 to {MaxCharacters} characters.",
            > MaxCharacters => $"The name has {characters} characters: give 1 to {MaxCharacters}.",
            _ => null,
        };
    }
}
