using System.Text;
using System.Text.RegularExpressions;

namespace Workshop.Runner.Upgrading;

/// <summary>A text with conditions around the lines that name what a workshop may lack, as packing writes it
/// (dotnet-new-template/MarkOptions.cs): <c>#if (lab02 &amp;&amp; solutions)</c> to <c>#endif</c>, each on a line of its own.</summary>
internal static partial class MarkedText
{
    // Without a byte order mark of its own: one in the text is a character like any other.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Leaves the lines in a file whose conditions are true, byte for byte.</summary>
    /// <param name="file">The file, which is changed.</param>
    /// <param name="isThere">Whether something is there, by its name: lab02, solutions, bench.</param>
    public static void Resolve(string file, Func<string, bool> isThere)
    {
        var kept = new List<string>();
        var keeps = true;
        foreach (var line in Encoding.GetString(File.ReadAllBytes(file)).Split('\n'))
        {
            if (Mark().Match(line) is not { Success: true } mark)
            {
                kept.AddRange(keeps ? [line] : []);
                continue;
            }

            keeps = mark.Groups["names"] is not { Success: true } names || names.Value.Split(" && ").All(isThere);
        }

        File.WriteAllBytes(file, Encoding.GetBytes(string.Join('\n', kept)));
    }

    [GeneratedRegex(@"^(<!--|//)?#(endif|if \((?<names>[^)]*)\))( -->)?\r?$")]
    private static partial Regex Mark();
}
