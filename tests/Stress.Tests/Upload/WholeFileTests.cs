using Workshop.Upload;

namespace Workshop.Tests;

public sealed class WholeFileTests
{
    private const long GiB = 1L << 30;

    private static readonly long FileBytes = LongRun.Is ? GiB : GiB / 4;

    [Fact]
    public async Task A_large_file_goes_up_and_comes_back_as_it_was()
    {
        using var store = new StoreOnDisk();
        await using var server = await UploadServer.StartAsync(store.Root);
        var file = store.MakeFile("large.bin", FileBytes);
        var (output, error) = (new StringWriter(), new StringWriter());

        var sent = await UploadCommandLine.RunAsync(["send", file, "--server", server.Address], output, error);
        Assert.True(sent == 0, error.ToString());
        var id = Path.GetFileNameWithoutExtension(Assert.Single(store.Complete));
        Assert.Contains(id, output.ToString(), StringComparison.Ordinal);
        var back = store.PathOf("back.bin");
        var got = await UploadCommandLine.RunAsync(["get", id, back, "--server", server.Address], output, error);

        Assert.True(got == 0, error.ToString());
        Assert.Equal(StoreOnDisk.Sha256(file), StoreOnDisk.Sha256(back));
        Assert.Empty(store.Parts);
        Assert.True(!OperatingSystem.IsLinux() || server.OpenFiles() == 0, "The server holds files of its store open.");
    }
}
