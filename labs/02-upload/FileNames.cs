using Grpc.Core;

namespace Workshop.Upload;

/// <summary>Which names a file may have.</summary>
/// <remarks>The store never makes a path from a name. But a client that downloads the file does, on any system. And people
/// trust the names that they read.</remarks>
internal static class FileNames
{
    /// <summary>Longest accepted name, in bytes of UTF-8: what most file systems can store.</summary>
    public const int MaxBytes = 255;

    /// <summary>Says what is wrong with a name and what to do; null when the name is accepted.</summary>
    public static string? Problem(string name)
    {
        // TODO 02.5: find the problem of each kind of name in the README's table, and let UploadReceiver refuse it.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 02.5 is not done yet. See labs/02-upload/README.md."));
    }
}
