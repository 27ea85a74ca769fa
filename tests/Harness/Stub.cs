using System.Text;
using System.Text.RegularExpressions;

namespace Workshop.Harness;

/// <summary>The sentence by which unfinished code of a lab names itself: "TODO 01.2 is not done yet".</summary>
internal static partial class Stub
{
    /// <summary>Whether the stub of the check's task still stands in the graded program.</summary>
    /// <remarks>A string literal lies in the assembly as UTF-16 (ECMA-335, II.24.2.4); a comment does not.</remarks>
    public static bool Stands(CheckIdentity check)
    {
        var program = File.ReadAllBytes(check.GradedAssembly);
        return program.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Sentence(check.Todo))) >= 0 || ContractWith(check) is not null;
    }

    /// <summary>The contract of the graded folder in which the stub of the check's task stands, if any: there it is a comment,
    /// for a contract has no code.</summary>
    public static string? ContractWith(CheckIdentity check)
    {
        var folder = Path.Combine(check.Root, check.Grade, check.Lab);
        return Directory.EnumerateFiles(folder, "*.proto")
            .FirstOrDefault(file => File.ReadAllText(file).Contains(Sentence(check.Todo), StringComparison.Ordinal)) is { } contract
            ? Path.GetFileName(contract)
            : null;
    }

    /// <summary>The id of the first stub that answered in a conversation, if any.</summary>
    public static string? FirstIn(string transcript) =>
        Pattern().Match(transcript) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The file of the graded folder where the task is marked, and the line; null when the mark is gone.</summary>
    public static (string File, int Line)? Find(CheckIdentity check, string todo)
    {
        var folder = Path.Combine(check.Root, check.Grade, check.Lab);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order())
        {
            var line = File.ReadLines(file).Index()
                .FirstOrDefault(line => line.Item.Contains($"// TODO {todo}:", StringComparison.Ordinal));
            if (line.Item is not null)
            {
                return (Path.GetRelativePath(check.Root, file).Replace('\\', '/'), line.Index + 1);
            }
        }

        return null;
    }

    /// <summary>The files that the lab's README names for a task, in its order. A hint may name others, only to try something.</summary>
    public static IReadOnlyList<string> FilesOf(CheckIdentity check, string todo)
    {
        var readme = Path.Combine(check.Root, "labs", check.Lab, "README.md");
        var task = File.Exists(readme)
            ? File.ReadLines(readme).SkipWhile(line => !line.StartsWith($"## Task {todo}:", StringComparison.Ordinal)).Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal) && !line.StartsWith("<details>", StringComparison.Ordinal))
            : [];
        return [.. task
            .SelectMany(line => SourceFile().Matches(line), (_, match) => $"{check.GradedFolder}/{match.Groups[1].Value}")
            .Where(file => File.Exists(Path.Combine(check.Root, file)))
            .Distinct()];
    }

    private static string Sentence(string todo) => $"TODO {todo} is not done yet";

    [GeneratedRegex(@"`([\w/]+\.(?:cs|proto))`")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"TODO (\d\d\.\d+) is not done yet")]
    private static partial Regex Pattern();
}
