using System.Security.Cryptography;

namespace Workshop.Interop.Tests;

/// <summary>A file in a folder of its own, which is deleted with the test.</summary>
internal sealed class RandomFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interop");

    public RandomFile(int bytes)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "Übung 1.bin");
        var content = new byte[bytes];
        new Random(Seed: 7).NextBytes(content);
        File.WriteAllBytes(Path, content);
        Bytes = bytes;
        Sha256 = SHA256.HashData(content);
    }

    public int Bytes { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public string Path { get; }

    public byte[] Sha256 { get; }

    /// <summary>A folder for the server's store.</summary>
    public string Store => System.IO.Path.Combine(_folder.FullName, "store");

    public void Dispose() => _folder.Delete(recursive: true);
}
