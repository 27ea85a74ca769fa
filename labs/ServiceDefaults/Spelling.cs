namespace Workshop.ServiceDefaults;

/// <summary>Finds the name that is most similar to a misspelled one.</summary>
internal static class Spelling
{
    /// <summary>The word with the fewest letters to change, ignoring case.</summary>
    public static string Nearest(string word, IEnumerable<string> words) => words.MinBy(known => Distance(word, known))!;

    // Levenshtein: how many letters are to be added, taken away or replaced.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
