using Workshop.Bench.Upload;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;
using Workshop.Upload;

namespace Workshop.Tests;

/// <summary>Who uses a store, and what is left in it.</summary>
public sealed class StoreTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_store_belongs_to_one_server_even_if_that_was_killed_later()
    {
        using var store = new StoreOnDisk();
        var error = new StringWriter();
        var first = await UploadServer.StartAsync(store.Root);

        var exitCode = await ServeAsync(store, error);
        // Killed: the system gives the lock back.
        await first.DisposeAsync();
        await using var next = await UploadServer.StartAsync(store.Root);

        Assert.Equal(ExitCodes.Failed, exitCode);
        Assert.Equal(
            $"The server did not start: another server uses its store, {store.Root}. Stop that one, or choose another folder with --Upload:Root.",
            $"{error}".Trim());
    }

    [Fact]
    public async Task A_server_that_has_stopped_gives_its_store_back()
    {
        using var store = new StoreOnDisk();
        var error = new StringWriter();
        await using (var host = await UploadHost.StartAsync(store))
        {
            host.KeepStore();
            Assert.Equal(ExitCodes.Failed, await ServeAsync(store, error));
        }

        await using var next = await UploadHost.StartAsync(store);
        Assert.True((await next.SendAsync("a.txt", [1])).Complete);
    }

    [Fact]
    public async Task What_a_kill_left_is_removed_when_the_next_server_starts()
    {
        using var store = new StoreOnDisk();
        var (id, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var folder in new[] { store.Pending, store.Files, Path.Combine(store.Files, "of-ada") })
        {
            Directory.CreateDirectory(folder);
            // Half a record; a record whose file was not moved yet.
            await File.WriteAllTextAsync(Path.Combine(folder, $"{id}.json.new"), "{", TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(store.Files, $"{id}.json"), "{}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(store.Files, "of-ada", $"{id}.json"), "{}", TestContext.Current.CancellationToken);
        // Bytes without a record: nobody can continue them.
        await File.WriteAllTextAsync(Path.Combine(store.Pending, $"{other}.part"), "bytes", TestContext.Current.CancellationToken);

        await using var host = await UploadHost.StartAsync(store, UploadHost.Tokens("ada"));

        await Eventually.HoldsAsync(() => store.All().Length == 0, () => $"Left: {string.Join(", ", store.All())}", Patience);
    }

    [Fact]
    public async Task An_abandoned_upload_expires_for_its_owner_and_nothing_of_it_remains()
    {
        await using var host = await UploadHost.StartAsync(
            [.. UploadHost.Tokens("ada", "mallory"), "--Upload:TimeToLive=00:00:02", "--Upload:SweepInterval=00:00:00.05"]);
        var (ada, mallory) = (UploadHost.By("ada"), UploadHost.By("mallory"));
        using var call = host.Client.UploadFile(ada);
        var request = new GetUploadStatusRequest
        {
            FileId = (await UploadHost.EndAsync(call, ChunkedUpload.Metadata("late.txt", 10), ChunkedUpload.Chunk(0, new byte[5]))).FileId,
        };
        Assert.Equal(5, (await host.Client.GetUploadStatusAsync(request, ada)).CommittedSize);

        await Eventually.HoldsAsync(() => host.Store.Parts.Length == 0, () => "The upload did not expire.", Patience);
        Assert.Equal("NotFound EXPIRED", await UploadHost.RefusalAsync(async () => await host.Client.GetUploadStatusAsync(request, ada)));
        Assert.Equal("NotFound FILE_NOT_FOUND", await UploadHost.RefusalAsync(async () => await host.Client.GetUploadStatusAsync(request, mallory)));

        await Eventually.HoldsAsync(() => host.Store.All().Length == 0, () => $"Left: {string.Join(", ", host.Store.All())}", Patience);
        Assert.Equal("NotFound FILE_NOT_FOUND", await UploadHost.RefusalAsync(async () => await host.Client.GetUploadStatusAsync(request, ada)));
    }

    private static Task<int> ServeAsync(StoreOnDisk store, TextWriter error) => UploadCommandLine.RunAsync(
        ["--urls", "http://127.0.0.1:0", "--Upload:Root", store.Root], TextWriter.Null, error).WaitAsync(Patience);
}
