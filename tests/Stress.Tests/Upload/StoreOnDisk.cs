using System.Security.Cryptography;

namespace Workshop.Tests;

/// <summary>A store's folder, and files to send. All are deleted at the end of the test.</summary>
internal sealed class StoreOnDisk : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"upload-{Guid.NewGuid():N}"[..20]);

    public StoreOnDisk() => Directory.CreateDirectory(Root);

    public string Root => Path.Combine(_folder, "store");

    public string Pending => Path.Combine(Root, "pending");

    public string Files => Path.Combine(Root, "files");

    /// <summary>The complete files.</summary>
    public string[] Complete => Directory.Exists(Files) ? Directory.GetFiles(Files, "*.data", SearchOption.AllDirectories) : [];

    /// <summary>The bytes of uploads that are not complete.</summary>
    public string[] Parts => Directory.GetFiles(Pending, "*.part");

    /// <summary>Everything in the store, except its lock.</summary>
    public string[] All() => [.. Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock")];

    public static byte[] Sha256(byte[] data) => SHA256.HashData(data);

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Makes a file of random bytes, of a length in bytes.</summary>
    public string MakeFile(string name, long bytes)
    {
        var random = new Random(Seed: 2);
        var buffer = new byte[1 << 20];
        using var file = File.Create(PathOf(name));
        for (var left = bytes; left > 0; left -= buffer.Length)
        {
            random.NextBytes(buffer);
            file.Write(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
        }

        return PathOf(name);
    }

    public static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
