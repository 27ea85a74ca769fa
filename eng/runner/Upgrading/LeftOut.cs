using System.Text.RegularExpressions;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Upgrading;

/// <summary>What a workshop was made without, by the template's options <c>--labs</c> and <c>--solutions</c>: what the version that
/// came names, and what is not there at all. An upgrade does not bring it.</summary>
internal sealed partial class LeftOut
{
    private const string Solutions = "solutions";
    private const string Bench = "bench";

    private readonly HashSet<string> _parts;

    private LeftOut(IEnumerable<string> parts) => _parts = [.. parts];

    /// <param name="workshop">The workshop.</param>
    /// <param name="given">The files that came with its version.</param>
    /// <param name="package">The new version. A lab that it has no more was not left out, but removed.</param>
    public static LeftOut Of(WorkshopFolder workshop, IEnumerable<string> given, WorkshopPackage package)
    {
        var came = given.Select(TopOf).ToHashSet();
        var next = package.Files.Keys.Select(TopOf).OfType<string>().ToHashSet();
        var here = workshop.ReadLabs().Select(lab => $"lab{lab.Number}").ToHashSet();
        var folders = new[] { Solutions, Bench }.Where(folder => came.Contains(folder) && !Directory.Exists(workshop.PathOf(folder)));
        // Where some labs were chosen, a lab that is new in the package was not.
        string[] missing = [.. next.Where(part => part is not (Solutions or Bench)).Except(here)];
        return new LeftOut(folders.Concat(missing.Any(came.Contains) ? missing : []));
    }

    /// <summary>What of the package is for this workshop: neither what was left out, nor a line that names it.</summary>
    /// <param name="package">The package. Its marked files are changed.</param>
    public WorkshopPackage From(WorkshopPackage package)
    {
        if (_parts.Count == 0)
        {
            return package;
        }

        var files = package.Files.Where(file => !PartsOf(file.Key).Any(_parts.Contains)).ToDictionary(FolderCopy.NameComparer);
        foreach (var (file, marked) in package.Marked)
        {
            MarkedText.Resolve(marked, name => !_parts.Contains(name));
            files[file] = marked;
        }

        return package with { Files = files };
    }

    /// <summary>The hashes of the files as they came. Those with conditions were written by `dotnet new`, so nobody knows how they
    /// came: as they are now. A copy is kept of what is replaced.</summary>
    public IReadOnlyDictionary<string, string> Came(
        IReadOnlyDictionary<string, string> given, WorkshopFolder workshop, WorkshopPackage package)
    {
        var came = new Dictionary<string, string>(given, FolderCopy.NameComparer);
        foreach (var file in _parts.Count > 0 ? package.Marked.Keys : [])
        {
            if (GivenFiles.HashOf(workshop.PathOf(file)) is { } hash)
            {
                came[file] = hash;
            }
        }

        return came;
    }

    // labs/02-upload/... is lab02; what is in a lab's folders of solutions and checks is the lab's, too.
    private static IEnumerable<string> PartsOf(string file)
    {
        var lab = FileOfLab().Match(file);
        return new[] { lab.Success ? $"lab{lab.Groups[1].Value}" : null, file.Split('/')[0] }.OfType<string>();
    }

    private static string? TopOf(string file) => file.Split('/')[0] switch
    {
        "labs" when FileOfLab().Match(file) is { Success: true } lab => $"lab{lab.Groups[1].Value}",
        var top and (Solutions or Bench) => top,
        _ => null,
    };

    [GeneratedRegex(@"^(?:labs|solutions|tests)/(\d\d)-[^/]+/")]
    private static partial Regex FileOfLab();
}
