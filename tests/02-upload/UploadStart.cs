using Workshop.Harness;
using Workshop.Upload;

namespace Workshop.Checks;

/// <summary>Starts the lab's server for a check.</summary>
internal static class UploadStart
{
    public const int ChunkBytes = 64 * 1024;

    /// <summary>Starts the lab's server on a store of the check's own.</summary>
    public static async Task<(Uploading Files, StoreFolder Folder)> StartAsync(
        LabCheck check, params string[] args)
    {
        var folder = new StoreFolder(check);
        return (await StartAsync(check, folder, args), folder);
    }

    public static async Task<Uploading> StartAsync(LabCheck check, StoreFolder folder, params string[] args)
    {
        var reads = check.WatchReads();
        return new Uploading(check, await check.StartAsync(UploadApp.Create, [.. folder.Args, .. args]), reads);
    }
}
