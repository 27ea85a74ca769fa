using System.IO.Compression;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Workshop.Runner.Files;

namespace Workshop.Runner.Upgrading;

/// <summary>The template package of a version, unpacked.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Files">By their path in a workshop: where the unpacked file is.</param>
/// <param name="Marked">Files with conditions, for a workshop that something was left out of: by their path in it, where the unpacked
/// file is.</param>
/// <param name="Sources">What becomes part of a workshop.</param>
internal sealed record WorkshopPackage(
    Version Version, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Marked, TemplateSources Sources)
{
    public const string Id = "GrpcWorkshop.Templates";

    private const string Tree = "content/";
    private const string Template = "/.template.config/template.json";

    /// <summary>Unpacks all of it before anything in the workshop is touched.</summary>
    /// <param name="file">The package.</param>
    /// <param name="folder">An empty folder.</param>
    /// <exception cref="WorkshopException">It is no package of a workshop, or it is damaged.</exception>
    public static WorkshopPackage Unpack(string file, string folder)
    {
        if (!File.Exists(file))
        {
            throw WorkshopException.WrongUse(
                $"There is no file {file}. Name the package of the new version, such as {Id}.1.1.0.nupkg.");
        }

        try
        {
            using var zip = ZipFile.OpenRead(file);
            return IdOf(zip) is Id && zip.Entries.FirstOrDefault(IsTemplate) is { } template
                ? Unpack(file, folder, zip, template)
                : throw WorkshopException.WrongUse($"{file} is a package, but not one of this workshop: its id is not {Id}.");
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or XmlException or InvalidOperationException)
        {
            throw WorkshopException.WrongUse(
                $"{file} is no package of this workshop, or it is damaged: {problem.Message} Get the file again. Nothing was changed.");
        }
    }

    private static WorkshopPackage Unpack(string file, string folder, ZipArchive zip, ZipArchiveEntry template)
    {
        using var reader = new StreamReader(template.Open());
        var sources = TemplateSources.Read(reader.ReadToEnd(), template.FullName[Tree.Length..^Template.Length]);
        ZipArchiveEntry[] entries =
            [.. zip.Entries.Where(entry => entry.FullName.StartsWith(Tree, StringComparison.Ordinal) && !entry.FullName.EndsWith('/'))];
        var files = Extract(
            entries.Select(entry => (Entry: entry, Place: sources.PlaceOf(entry.FullName[Tree.Length..])))
                .OrderBy(entry => entry.Place?.Order)
                .Select(entry => (entry.Entry, entry.Place?.Path)),
            Path.Combine(folder, "whole"));
        var marked = Extract(
            entries.Select(entry => (entry, sources.MarkedPlaceOf(entry.FullName[Tree.Length..]))), Path.Combine(folder, "marked"));
        CheckHashes(files);
        return new WorkshopPackage(
            WorkshopVersion.Read(files.GetValueOrDefault(WorkshopVersion.Path, "")) ?? throw new InvalidDataException("It names no version."),
            files,
            marked,
            sources);
    }

    private static Dictionary<string, string> Extract(IEnumerable<(ZipArchiveEntry Entry, string? Path)> entries, string folder)
    {
        var files = new Dictionary<string, string>(FolderCopy.NameComparer);
        foreach (var (entry, path) in entries.Where(entry => entry.Path is not null))
        {
            var unpacked = Path.GetFullPath(Path.Combine(folder, path!));
            if (!unpacked.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{entry.FullName} would lie outside the workshop.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(unpacked)!);
            entry.ExtractToFile(unpacked, overwrite: true);
            files[path!] = unpacked;
        }

        return files;
    }

    private static void CheckHashes(Dictionary<string, string> files)
    {
        var given = GivenFiles.Read(files.GetValueOrDefault(GivenFiles.Path) ?? throw new InvalidDataException($"It has no {GivenFiles.Path}."));
        if (files.FirstOrDefault(file => file.Key != GivenFiles.Path && GivenFiles.HashOfBytes(file.Value) != given.GetValueOrDefault(file.Key)).Key is { } other)
        {
            throw new InvalidDataException($"{other} is not the file that was packed.");
        }
    }

    private static bool IsTemplate(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith(Tree, StringComparison.Ordinal) && entry.FullName.EndsWith(Template, StringComparison.Ordinal);

    private static string? IdOf(ZipArchive zip)
    {
        if (zip.Entries.FirstOrDefault(entry => !entry.FullName.Contains('/') && entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)) is not { } nuspec)
        {
            return null;
        }

        using var stream = nuspec.Open();
        return XDocument.Load(stream).Descendants().FirstOrDefault(element => element.Name.LocalName is "id")?.Value;
    }
}
