using System.Text.RegularExpressions;
using Google.Rpc;
using Workshop.Standins.Tests.PublicApi;

namespace Workshop.Standins.Tests.GoogleApiCommonProtos;

/// <summary>The stand-in offers a part of what the official package does: each .proto file that it has is whole.</summary>
public sealed partial class ListingTests
{
    private const string ProtoFiles = "# .proto files";

    private static readonly List<string> Listed = Read();

    public ListingTests() => StandIns.SkipUnlessInUse("Google.Api.CommonProtos");

    [Fact]
    public void The_proto_files_are_the_listed_ones()
    {
        var files = new ProtoPrinter(typeof(Status).Assembly).PrintFiles().ToDictionary(lines => lines[0]);
        var listed = Blocks(Listed.SkipWhile(line => line != ProtoFiles).Skip(1));

        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(listed, file => Assert.Equal(file.Value, files[file.Key]));
    }

    [Fact]
    public void What_is_not_generated_is_as_listed()
    {
        var listed = Listing.Read("Google.Api.CommonProtos");
        var printed = Listing.Parse(ApiPrinter.Print(typeof(Status).Assembly));

        Assert.Equal(listed.Identity, printed.Identity);
        Assert.Empty(listed.Members.Except(printed.Members));
        Assert.DoesNotContain(printed.Members.Except(listed.Members), member => HandWritten().IsMatch(member));
    }

    [Fact]
    public void Nothing_else_is_public()
    {
        var listed = CSharpName().Matches(string.Join('\n', Listed)).Select(match => match.Groups[1].Value)
            .Concat(Blocks(Listed.TakeWhile(line => line != ProtoFiles).Skip(1)).Keys.Where(IsStaticClass)
                .Select(head => head.Split(' ').Last()))
            .ToHashSet(StringComparer.Ordinal);

        var unlisted = typeof(Status).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && !type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Where(type => !listed.Contains(type.FullName!) && !listed.Contains(type.Name));

        Assert.Empty(unlisted);
    }

    private static List<string> Read()
    {
        using var stream = typeof(ListingTests).Assembly.GetManifestResourceStream("Google.Api.CommonProtos.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n')];
    }

    private static bool IsStaticClass(string head) => head.StartsWith("public static class ", StringComparison.Ordinal);

    /// <summary>What begins at the first column, with the lines below that are indented.</summary>
    private static Dictionary<string, List<string>> Blocks(IEnumerable<string> lines)
    {
        var blocks = new Dictionary<string, List<string>>();
        var block = new List<string>();
        foreach (var line in lines.Where(line => line.Length > 0 && !line.StartsWith("namespace ", StringComparison.Ordinal)))
        {
            if (line[0] != ' ')
            {
                blocks[line] = block = [];
            }

            block.Add(line);
        }

        return blocks;
    }

    // The generator makes static classes, too: FileReflection, and Message.Types around what is nested.
    [GeneratedRegex(@": public static class (?!\w+Reflection\b|\S+\.Types\b)")]
    private static partial Regex HandWritten();

    [GeneratedRegex(@"(?:message|enum) \S+ \(C# (\S+)\)")]
    private static partial Regex CSharpName();
}
