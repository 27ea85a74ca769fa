using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

/// <summary>Writes a copy of a file in which conditions stand around the lines that name what the template's options leave out:
/// a lab (lab02), the solutions (solutions), the benchmarks (bench).</summary>
/// <remarks>
/// GrpcWorkshop.Templates.csproj compiles it when it packs. `dotnet new` keeps the lines whose condition is true, and so does an upgrade
/// (eng/runner/Upgrading/MarkedText.cs). Without its conditions, the copy is the file.
/// </remarks>
public sealed class MarkOptions : Microsoft.Build.Utilities.Task
{
    private static readonly string[] Nothing = new string[0];

    public string File { get; set; }

    public string Marked { get; set; }

    public override bool Execute()
    {
        var text = System.IO.File.ReadAllText(File);
        // The last one is what follows the last line end.
        var lines = text.Split('\n');
        var needs = Path.GetExtension(File) == ".sln" ? OfSolution(lines)
            : Path.GetExtension(File) == ".json" ? OfJson(lines)
            : lines.Select(OfSentence).ToArray();
        Directory.CreateDirectory(Path.GetDirectoryName(Marked));
        // A byte order mark is as significant in the copy.
        var encoding = new UTF8Encoding(System.IO.File.ReadAllBytes(File).Take(3).SequenceEqual(new byte[] { 0xEF, 0xBB, 0xBF }));
        System.IO.File.WriteAllText(Marked, Mark(lines, needs), encoding);
        return true;
    }

    // What the template engine takes for a condition depends on the kind of file.
    private string Mark(string[] lines, string[][] needs)
    {
        var (begin, end) = Path.GetExtension(File) == ".md" ? ("<!--", " -->") : Path.GetExtension(File) == ".json" ? ("//", "") : ("", "");
        var lineEnd = lines[0].EndsWith("\r") ? "\r\n" : "\n";
        var marked = new StringBuilder();
        var open = "";
        for (var at = 0; at < lines.Length; at++)
        {
            var condition = string.Join(" && ", needs[at]);
            if (condition != open)
            {
                marked.Append(open == "" ? "" : $"{begin}#endif{end}{lineEnd}");
                marked.Append(condition == "" ? "" : $"{begin}#if ({condition}){end}{lineEnd}");
                open = condition;
            }

            marked.Append(lines[at]).Append(at < lines.Length - 1 ? "\n" : "");
        }

        return marked.ToString();
    }

    private static string[] OfLine(string line) =>
        Regex.Match(line, @"\b(labs|tests|solutions)[\\/](\d\d)-") is { Success: true } lab
            ? lab.Groups[1].Value == "solutions" ? new[] { $"lab{lab.Groups[2].Value}", "solutions" } : new[] { $"lab{lab.Groups[2].Value}" }
            : Regex.IsMatch(line, @"\bbench[\\/]") ? new[] { "bench" }
            : Nothing;

    // A link needs its lab. A command may name one as an example.
    private static string[] OfSentence(string line) =>
        Regex.Match(line, @"\]\(labs/(\d\d)-") is { Success: true } lab ? new[] { $"lab{lab.Groups[1].Value}" }
            : Regex.IsMatch(line, @"`solutions/|the solution\b") ? new[] { "solutions" }
            : Regex.IsMatch(line, "`bench/`") ? new[] { "bench" }
            : Nothing;

    // A project needs what its path names, a solution folder what all projects in it need, a line what its projects need.
    private static string[][] OfSolution(string[] lines)
    {
        var projects = lines.Select(line => Regex.Match(line, @"^Project\(.* = "".*"", ""(.*)"", ""(\{.*\})""")).Where(project => project.Success)
            .ToDictionary(project => project.Groups[2].Value, project => project.Groups[1].Value);
        var folders = lines.Select(line => Regex.Match(line, @"^\t\t(\{.*\}) = (\{.*\})")).Where(nested => nested.Success)
            .ToLookup(nested => nested.Groups[2].Value, nested => nested.Groups[1].Value);

        string[] OfProject(string id) => folders.Contains(id)
            ? folders[id].Select(OfProject).Aggregate((some, others) => some.Intersect(others).ToArray())
            : OfLine(projects[id]);

        var needs = lines.Select(line => Regex.Matches(line, @"\{[^}]*\}").Cast<Match>().Select(id => id.Value)
            .Where(projects.ContainsKey).SelectMany(OfProject).Distinct().ToArray()).ToArray();
        for (var at = 1; at < lines.Length; at++)
        {
            needs[at] = lines[at].TrimEnd() == "EndProject" ? needs[at - 1] : needs[at];
        }

        return needs;
    }

    // An entry of a list is there as a whole or not at all. Visual Studio Code allows the comma after the last one.
    private static string[][] OfJson(string[] lines)
    {
        var needs = lines.Select(line => Regex.Match(line, @"^ +""(\d\d)"",?\s*$") is { Success: true } lab
            ? new[] { $"lab{lab.Groups[1].Value}" } : Nothing).ToArray();
        for (var (at, begin) = (0, 0); at < lines.Length; at++)
        {
            begin = lines[at].TrimEnd() == "    {" ? at : begin;
            if (lines[at].TrimEnd().TrimEnd(',') == "    }")
            {
                var all = lines.Skip(begin).Take(at - begin + 1).SelectMany(OfLine).Distinct().ToArray();
                for (var line = begin; line <= at && all.Length > 0; line++)
                {
                    needs[line] = all;
                }
            }
        }

        return needs;
    }
}
