using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Microsoft.Build.Framework;

/// <summary>Writes a list of files: a line for each, with its SHA-256 and its name.</summary>
/// <remarks>GrpcWorkshop.Templates.csproj compiles it when it packs.</remarks>
public sealed class ListGivenFiles : Microsoft.Build.Utilities.Task
{
    /// <summary>The files, each with the metadata Name.</summary>
    public ITaskItem[] Files { get; set; }

    /// <summary>The file to write.</summary>
    public string List { get; set; }

    public override bool Execute()
    {
        using var sha256 = SHA256.Create();
        string HashOf(string path) => BitConverter.ToString(sha256.ComputeHash(File.ReadAllBytes(path))).Replace("-", "");
        Directory.CreateDirectory(Path.GetDirectoryName(List));
        File.WriteAllLines(List, Files.Select(file => $"{HashOf(file.GetMetadata("FullPath"))} {file.GetMetadata("Name")}"));
        return true;
    }
}
