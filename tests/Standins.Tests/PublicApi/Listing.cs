namespace Workshop.Standins.Tests.PublicApi;

/// <summary>The public API of an official package: a file of listings/.</summary>
/// <param name="Identity">Name, version and public key token of the assembly.</param>
/// <param name="Members">Each type, and each member with its type before it, such as
/// <c>Grpc.Core: public class Metadata / public void Add(Entry item)</c>.</param>
/// <param name="Obsolete">Those members, in the same form but without the namespace, that are marked obsolete.</param>
internal sealed record Listing(string Identity, IReadOnlySet<string> Members, IReadOnlySet<string> Obsolete)
{
    private const string ObsoleteHeading = "# obsolete";

    // The order of a type's members is no contract, so a member is told by its type and not by its line.
    public static Listing Parse(IEnumerable<string> printed)
    {
        var lines = printed.ToList();
        var end = lines.FindIndex(1, line => line.StartsWith("# ", StringComparison.Ordinal));
        var obsolete = lines.SkipWhile(line => !line.StartsWith(ObsoleteHeading, StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith("# ", StringComparison.Ordinal));
        return new Listing(lines[0], Qualify(lines.Take(end < 0 ? lines.Count : end).Skip(1)), Qualify(obsolete));
    }

    public static Listing Read(string packageId)
    {
        using var stream = typeof(Listing).Assembly.GetManifestResourceStream($"{packageId}.txt")
            ?? throw new InvalidOperationException($"There is no listings/{packageId}.txt.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    private static HashSet<string> Qualify(IEnumerable<string> lines)
    {
        var qualified = new HashSet<string>();
        var (space, type) = ("", "");
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                space = $"{line["namespace ".Length..]}: ";
            }
            else if (line[0] != ' ')
            {
                type = $"{space}{line}";
                qualified.Add(type);
            }
            else
            {
                qualified.Add($"{type} / {line.Trim()}");
            }
        }

        return qualified;
    }
}
