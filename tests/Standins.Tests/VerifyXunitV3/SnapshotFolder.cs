using System.Text;

namespace Workshop.Standins.Tests.VerifyXunitV3;

/// <summary>A folder for the snapshots of one test, deleted at its end.</summary>
internal sealed class SnapshotFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snapshots-");

    public string Path => _folder.FullName;

    public IEnumerable<string> FileNames => _folder.GetFiles().Select(file => file.Name).Order();

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), content);
    }

    /// <summary>Runs a verification that has no snapshot, and gives the text that it left.</summary>
    public async Task<string> ReceiveAsync(SettingsTask verification)
    {
        await FailAsync(verification.UseDirectory(Path).UseFileName("text"));

        return await File.ReadAllTextAsync(PathOf("text.received.txt")).InTime();
    }

    /// <summary>Runs a verification that finds a difference.</summary>
    /// <returns>The message, with LF line ends.</returns>
    public static async Task<string> FailAsync(SettingsTask verification)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => verification.DisableDiff().ToTask().InTime());

        // The type is not public, so a test can only name it.
        Assert.Equal("VerifyException", error.GetType().FullName);
        return error.Message.ReplaceLineEndings("\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
