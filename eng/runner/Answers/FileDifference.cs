using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace Workshop.Runner.Answers;

/// <summary>A unified diff of two files.</summary>
/// <param name="Mine">The student's file, relative to the workshop.</param>
/// <param name="Solution">The solution's.</param>
/// <param name="Text">The diff; empty where the two are equal.</param>
internal sealed record FileDifference(string Mine, string Solution, string Text)
{
    private const int Context = 3;

    public static FileDifference Of(string mine, string mineText, string solution, string solutionText)
    {
        var result = new Differ().CreateLineDiffs(mineText, solutionText, ignoreWhitespace: false);
        var text = new StringBuilder();
        foreach (var hunk in Hunks(result.DiffBlocks))
        {
            AppendHunk(text, result, hunk);
        }

        return new FileDifference(mine, solution, text.Length > 0 ? $"--- {mine}\n+++ {solution}\n{text}" : "");
    }

    // Changes that share lines of context stand in one hunk.
    private static List<List<DiffBlock>> Hunks(IList<DiffBlock> blocks)
    {
        var hunks = new List<List<DiffBlock>>();
        foreach (var block in blocks)
        {
            if (hunks is [.., [.., var last]] && block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) <= 2 * Context)
            {
                hunks[^1].Add(block);
            }
            else
            {
                hunks.Add([block]);
            }
        }

        return hunks;
    }

    private static void AppendHunk(StringBuilder text, DiffResult result, List<DiffBlock> blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var startA = Math.Max(0, first.DeleteStartA - Context);
        var startB = Math.Max(0, first.InsertStartB - Context);
        var endA = Math.Min(Length(result.PiecesOld), last.DeleteStartA + last.DeleteCountA + Context);
        var endB = Math.Min(Length(result.PiecesNew), last.InsertStartB + last.InsertCountB + Context);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{startA + 1},{endA - startA} +{startB + 1},{endB - startB} @@\n");
        var line = startA;
        foreach (var block in blocks)
        {
            AppendLines(text, ' ', result.PiecesOld[line..block.DeleteStartA]);
            line = block.DeleteStartA + block.DeleteCountA;
            AppendLines(text, '-', result.PiecesOld[block.DeleteStartA..line]);
            AppendLines(text, '+', result.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
        }

        AppendLines(text, ' ', result.PiecesOld[line..endA]);
    }

    // A text that ends with a line break has no line after it.
    private static int Length(string[] pieces) => pieces is [.., ""] ? pieces.Length - 1 : pieces.Length;

    private static void AppendLines(StringBuilder text, char sign, string[] lines)
    {
        foreach (var line in lines)
        {
            text.Append(sign).Append(line).Append('\n');
        }
    }
}
