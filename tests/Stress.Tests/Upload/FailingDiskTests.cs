using System.Diagnostics;
using Grpc.Core;
using Workshop.Bench.Upload;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

/// <summary>When the disk fails, a client gets the right status and no path, and the service continues.</summary>
public sealed class FailingDiskTests
{
    private const string NeedsRoot = "Only root on Linux can make a small disk or run the server as somebody else.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_full_disk_is_RESOURCE_EXHAUSTED()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, NeedsRoot);
        using var store = new StoreOnDisk();
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", store.Root);
        try
        {
            await using var server = await UploadServer.StartAsync(store.Root);

            await RefusedAsync(server, StatusCode.ResourceExhausted, store, bytes: 4 << 20);

            await AcceptedAsync(server);
            Assert.Empty(store.Parts);
        }
        finally
        {
            await RunAsync("umount", store.Root);
        }
    }

    [Fact]
    public async Task A_disk_that_is_full_at_the_commit_leaves_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, NeedsRoot);
        using var store = new StoreOnDisk();
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", store.Root);
        try
        {
            await using var server = await UploadServer.StartAsync(store.Root);
            var data = new byte[64 * 1024];
            using var call = server.Client.UploadFile();
            await call.RequestStream.WriteAsync(ChunkedUpload.Metadata("full.bin", data.Length));
            await call.RequestStream.WriteAsync(ChunkedUpload.Chunk(0, data));
            var id = (await call.ResponseHeadersAsync).GetValue("file-id")!;
            await Eventually.HoldsAsync(
                () => server.Client.GetUploadStatus(new() { FileId = id }).CommittedSize == data.Length, () => "The chunk was not stored.", Patience);
            Fill(store.PathOf("store/ballast"));

            var refusal = await Assert.ThrowsAsync<RpcException>(
                () => UploadHost.EndAsync(call, ChunkedUpload.Commit(data.Length, StoreOnDisk.Sha256(data))));

            Assert.Equal("ResourceExhausted DISK_FULL", $"{refusal.StatusCode} {ErrorDomain.ReasonOf(refusal)}");
            Assert.Equal(["ballast"], store.All().Select(Path.GetFileName));
            File.Delete(store.PathOf("store/ballast"));
            await AcceptedAsync(server);
        }
        finally
        {
            await RunAsync("umount", store.Root);
        }
    }

    [Fact]
    public async Task A_disk_that_became_read_only_is_INTERNAL()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, NeedsRoot);
        using var store = new StoreOnDisk();
        await using var server = await UploadServer.StartAsync(store.Root);
        await RunAsync("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", store.Pending);
        try
        {
            await RefusedAsync(server, StatusCode.Internal, store);
        }
        finally
        {
            await RunAsync("umount", store.Pending);
        }

        await AcceptedAsync(server);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_INTERNAL()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), NeedsRoot);
        using var store = new StoreOnDisk();
        await RunAsync("chmod", "777", store.Root);
        await using var server = await UploadServer.StartAsync(store.Root, obeysRights: true);
        await RunAsync("chmod", "555", store.Pending);

        await RefusedAsync(server, StatusCode.Internal, store);

        await RunAsync("chmod", "777", store.Pending);
        await AcceptedAsync(server);
    }

    [Fact]
    public async Task A_store_that_was_removed_is_INTERNAL()
    {
        using var store = new StoreOnDisk();
        await using var server = await UploadServer.StartAsync(store.Root);
        Directory.Delete(store.Root, recursive: true);

        await RefusedAsync(server, StatusCode.Internal, store);

        Directory.CreateDirectory(store.Pending);
        Directory.CreateDirectory(store.Files);
        await AcceptedAsync(server);
    }

    private static async Task RefusedAsync(UploadServer server, StatusCode wanted, StoreOnDisk store, int bytes = 100_000)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => SendAsync(server, bytes));

        Assert.True(refusal.StatusCode == wanted, refusal.ToString());
        Assert.DoesNotContain(store.Root, $"{refusal.Status.Detail} {string.Join(' ', refusal.Trailers)}", StringComparison.Ordinal);
        Assert.DoesNotContain("pending", refusal.Status.Detail, StringComparison.Ordinal);
    }

    private static async Task AcceptedAsync(UploadServer server) => Assert.True((await SendAsync(server, 100_000)).Complete);

    private static async Task<Files.V1.UploadFileResponse> SendAsync(UploadServer server, int bytes)
    {
        using var file = new MemoryStream(new byte[bytes]);
        return await ChunkedUpload.SendAsync(server.Client, "file.bin", file, 64 * 1024, TestContext.Current.CancellationToken);
    }

    // Takes all the space that is left.
    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var page = new byte[4096]; ;)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {error}");
    }
}
