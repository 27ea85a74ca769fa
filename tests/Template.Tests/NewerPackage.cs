using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Workshop.Tests;

/// <summary>Makes of the packed template the package of another version, without packing again.</summary>
internal static class NewerPackage
{
    public const string FormerId = "Workshop.Templates";

    private const string Given = "content/dotnet-new-template/workshop/eng/given.txt";

    /// <param name="package">The packed template.</param>
    /// <param name="target">The new package.</param>
    /// <param name="edits">By their path in a workshop: what is made of a file's text.</param>
    public static void Make(string package, string target, Dictionary<string, Func<string, string>> edits)
    {
        File.Copy(package, target);
        using var zip = ZipFile.Open(target, ZipArchiveMode.Update);
        var given = Read(zip, Given);
        foreach (var (file, edit) in edits)
        {
            var text = edit(Read(zip, $"content/{file}"));
            Write(zip, $"content/{file}", text);
            given = string.Join('\n', given.Split('\n').Select(line => line.TrimEnd('\r').EndsWith($" {file}", StringComparison.Ordinal)
                ? $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))} {file}"
                : line));
        }

        Write(zip, Given, given);
        var nuspec = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName;
        Write(zip, nuspec, Read(zip, nuspec).Replace("<version>1.0.0<", "<version>1.1.0<", StringComparison.Ordinal));
    }

    /// <summary>The same template in a package of the id that it had before.</summary>
    public static void MakeFormer(string package, string target)
    {
        File.Copy(package, target);
        using var zip = ZipFile.Open(target, ZipArchiveMode.Update);
        var nuspec = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName;
        Write(zip, nuspec, Read(zip, nuspec).Replace("<id>GrpcWorkshop.Templates<", $"<id>{FormerId}<", StringComparison.Ordinal));
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
