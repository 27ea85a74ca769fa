using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Sends a complete file.</summary>
internal static class Download
{
    private const int ChunkBytes = 32 * 1024;

    /// <exception cref="RpcException">OUT_OF_RANGE: the offset is not in the file. DEADLINE_EXCEEDED: the client does not
    /// read.</exception>
    public static async Task SendAsync(
        string path,
        long offset,
        IServerStreamWriter<DownloadFileResponse> responses,
        TimeSpan idleTimeout,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        // The call that published the file may still have it open for writing: on Windows, the share mode must allow that.
        using var file = File.OpenHandle(
            path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        var size = RandomAccess.GetLength(file);
        if (offset < 0 || offset > size)
        {
            throw StoreErrors.OffsetOutside(offset, size);
        }

        var buffer = new byte[ChunkBytes];
        int read;
        while ((read = await RandomAccess.ReadAsync(file, buffer, offset, cancellationToken)) > 0)
        {
            // The message uses the buffer without a copy. Do not change the buffer until the write was awaited.
            var data = buffer.AsMemory(0, read);
            var sending = responses.WriteAsync(
                new DownloadFileResponse
                {
                    Offset = offset,
                    Data = UnsafeByteOperations.UnsafeWrap(data),
                    Crc32C = Crc32C.Of(data.Span),
                },
                cancellationToken);
            try
            {
                // While the client does not read, this write does not end. To cancel it would reset the stream, and the client
                // would not get a status.
                await sending.WaitAsync(idleTimeout, time, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                throw UploadErrors.DownloadIdle(idleTimeout);
            }

            offset += read;
        }
    }
}
