using System.IO.Compression;

namespace Workshop.Tests;

/// <summary>A package source that is a folder: packages with nothing in them but their name.</summary>
internal sealed class FolderFeed
{
    /// <param name="folder">Where the packages lie.</param>
    /// <param name="packages">Each an id and a version, and those of a package that it depends on, if any.</param>
    public FolderFeed(string folder, params string[] packages)
    {
        Folder = folder;
        Directory.CreateDirectory(folder);
        foreach (var package in packages)
        {
            var words = package.Split(' ');
            var dependency = words.Length > 2 ? $"""<dependency id="{words[2]}" version="{words[3]}" />""" : "";
            Add(words[0], words[1], dependency);
        }
    }

    public string Folder { get; }

    private void Add(string id, string version, string dependency)
    {
        using var package = ZipFile.Open(Path.Combine(Folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open()))
        {
            nuspec.Write($"""
                <?xml version="1.0" encoding="utf-8"?>
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata>
                    <id>{id}</id>
                    <version>{version}</version>
                    <authors>test</authors>
                    <description>test</description>
                    <dependencies><group targetFramework="net10.0">{dependency}</group></dependencies>
                  </metadata>
                </package>
                """);
        }

        // The mark of a package that has a framework and no assembly.
        package.CreateEntry("lib/net10.0/_._");
    }
}
