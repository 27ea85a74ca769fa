using System.Text.RegularExpressions;

namespace Workshop.Runner.Authoring;

/// <summary>What a task's texts name stands where the student reads: in the files that the task is about.</summary>
internal static partial class NameRules
{
    public static IEnumerable<Defect> Find(AuthoredLab lab)
    {
        var marks = lab.Marks().ToLookup(mark => mark.Id, mark => Path.GetFileName(mark.File));
        var sections = Sections(File.ReadAllText(Path.Combine(lab.LabFolder, "README.md")).ReplaceLineEndings("\n"));
        foreach (var (task, section) in sections)
        {
            string[] named = [.. SourceFile().Matches(section).Select(match => match.Groups[1].Value).Where(file => File.Exists(Path.Combine(lab.LabFolder, file)))];
            if (named is [var first, ..] && marks[task].FirstOrDefault() is { } marked && marked != first)
            {
                yield return new Defect(
                    lab.Lab.Readme, $"Task {task} begins with {first} and is marked in {marked}: a student is sent to the mark, so it stands where the first step is.");
            }

            var words = Words(lab, [.. named, .. marks[task]]);
            foreach (var (file, name) in Names(lab, task, section).Where(name => !words.Contains(name.Name.Split('.')[0])).Distinct())
            {
                yield return new Defect(
                    file, $"Task {task} says '{name}', and '{name.Split('.')[0]}' is in no file that its text names: write it as it stands there, or name the file.");
            }
        }
    }

    // Where a text names an object by its variable: in code of the README, and in the sentences of the checks.
    private static IEnumerable<(string File, string Name)> Names(AuthoredLab lab, string task, string section) =>
        Code().Matches(section).SelectMany(code => Member().Matches(code.Groups[1].Value)).Select(name => (lab.Lab.Readme, name.Value))
            .Concat(lab.Checks().Where(check => check.Todo == task).SelectMany(check => Sentences(check)
                .SelectMany(sentence => Member().Matches(sentence))
                .Select(name => (lab.Workshop.Show(check.File), name.Value))));

    private static IEnumerable<string> Sentences(AuthoredCheck check)
    {
        var text = File.ReadAllText(check.File);
        var begin = text.IndexOf($" {check.Method}(", StringComparison.Ordinal);
        var end = text.IndexOf("[Fact", begin, StringComparison.Ordinal);
        return Sentence().Matches(text[begin..(end < 0 ? text.Length : end)]).Select(sentence => sentence.Groups[1].Value);
    }

    // As the lab has them, and as its answer does.
    private static HashSet<string> Words(AuthoredLab lab, IEnumerable<string> files) =>
        [.. files
            .SelectMany(file => new[] { Path.Combine(lab.LabFolder, file), Path.Combine(lab.SolutionFolder, file) })
            .Where(File.Exists)
            .SelectMany(file => Word().Matches(File.ReadAllText(file)))
            .Select(word => word.Value)];

    private static IEnumerable<(string Task, string Text)> Sections(string readme) =>
        TaskSection().Matches(readme).Select(section => (section.Groups[1].Value, section.Groups[2].Value));

    [GeneratedRegex(@"^##\s+Task\s+(\d\d\.\d+):[^\n]*\n(.*?)(?=^##\s|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex TaskSection();

    [GeneratedRegex(@"`(\w+\.cs)`")]
    private static partial Regex SourceFile();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w./-])[a-z]\w*\.[A-Z]\w*")]
    private static partial Regex Member();

    // A text with a space in it; any other is data.
    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)* (?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
