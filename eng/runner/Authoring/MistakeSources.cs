namespace Workshop.Runner.Authoring;

/// <summary>The source files of known wrong answers, put into one program, that are not the solution's.</summary>
/// <param name="Texts">Their texts, by the full path of the file that the solution compiles instead.</param>
/// <param name="Problems">Why it cannot be made, a sentence each.</param>
internal sealed record MistakeSources(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Problems)
{
    public static MistakeSources Of(AuthoredLab lab, params IReadOnlyList<Mistake> mistakes)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var (folder, file) in mistakes.SelectMany(mistake => AuthoredLab.SourcesOf(mistake.Folder).Select(file => (mistake.Folder, file))))
        {
            var name = AuthoredLab.NameIn(folder, file);
            if (lab.SourceOf(name) is not { } source)
            {
                problems.Add($"{name} replaces no file. {NoSuchFile(lab)}");
            }
            else if (!texts.TryAdd(source, ReadText(file)))
            {
                problems.Add($"{name} is replaced twice.");
            }
            else if (ReadText(source) == ReadText(file))
            {
                problems.Add($"{name} changes nothing: it is the solution's.");
            }
        }

        foreach (var edits in mistakes.SelectMany(mistake => mistake.Edits).GroupBy(edit => edit.File))
        {
            if (lab.SourceOf(edits.Key) is not { } source)
            {
                problems.AddRange(edits.Select(edit => $"{Naming(edit)} cannot be made. {NoSuchFile(lab)}"));
            }
            else if (!texts.TryAdd(source, Change(ReadText(source), edits, problems)))
            {
                problems.Add($"{edits.Key} is edited, and lies beside {Mistake.FileName} as well: keep one of them.");
            }
        }

        return texts.Count > 0 || problems.Count > 0
            ? new MistakeSources(texts, problems)
            : new MistakeSources(texts, ["It changes nothing: say in 'edits' what is wrong, each with 'file', 'find' and 'replace'."]);
    }

    // All are found in the solution's text, and made from its end to its beginning: so their order does not matter.
    private static string Change(string text, IEnumerable<MistakeEdit> edits, List<string> problems)
    {
        var changed = text;
        var end = text.Length;
        foreach (var edit in edits.OrderByDescending(edit => text.IndexOf(Join(edit.Find), StringComparison.Ordinal)))
        {
            var find = Join(edit.Find);
            var start = text.IndexOf(find, StringComparison.Ordinal);
            var problem = find.Length == 0 ? "looks for nothing: give the text to replace"
                : start < 0 ? "finds nothing: take the text from the solution as it is now"
                : text.IndexOf(find, start + 1, StringComparison.Ordinal) >= 0 ? "finds more than one place: take more of the text around it"
                : find == Join(edit.Replace) ? "changes nothing: 'replace' is the same as 'find'"
                : start + find.Length > end ? "finds a text that another edit replaces too: make one edit of both"
                : null;
            if (problem is null)
            {
                changed = changed[..start] + Join(edit.Replace) + changed[(start + find.Length)..];
                end = start;
            }
            else
            {
                problems.Add($"{Naming(edit)} {problem}.");
            }
        }

        return changed;
    }

    private static string Naming(MistakeEdit edit) => $"The edit of {edit.File} at '{string.Concat(edit.Find.Take(1)).Trim()}'";

    private static string NoSuchFile(AuthoredLab lab) =>
        $"Neither solutions/{lab.Lab.Slug} nor labs/{lab.Lab.Slug} has a source file of that name: give its path below the lab's folder, such as Server/Slots.cs.";

    // A copy of the repository may have either line end.
    private static string ReadText(string file) => File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Join(IEnumerable<string> lines) =>
        string.Join('\n', lines).Replace("\r\n", "\n", StringComparison.Ordinal);
}
