using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.Upload;

namespace Workshop.Bench.Upload;

/// <summary>A client of FileService whose caller chooses every message, unlike the lab's own client.</summary>
internal static class ChunkedUpload
{
    public static UploadFileRequest Metadata(string name, long size, string fileId = "") =>
        new() { Metadata = new UploadMetadata { Name = name, Size = size, FileId = fileId } };

    /// <summary>A chunk that uses the bytes without a copy: they must not change until its write was awaited.</summary>
    public static UploadFileRequest Chunk(long offset, ReadOnlyMemory<byte> data) => new()
    {
        Chunk = new FileChunk { Offset = offset, Data = UnsafeByteOperations.UnsafeWrap(data), Crc32C = Crc32C.Of(data.Span) },
    };

    public static UploadFileRequest Commit(long size, byte[] sha256) =>
        new() { Commit = new UploadCommit { Size = size, Sha256 = ByteString.CopyFrom(sha256) } };

    /// <summary>Sends a whole file.</summary>
    /// <exception cref="RpcException">The status that the server ended the call with.</exception>
    public static async Task<UploadFileResponse> SendAsync(
        FileService.FileServiceClient client, string name, Stream file, int chunkBytes, CancellationToken cancellationToken)
    {
        using var call = client.UploadFile(cancellationToken: cancellationToken);
        try
        {
            await call.RequestStream.WriteAsync(Metadata(name, file.Length), cancellationToken);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[chunkBytes];
            var offset = 0L;
            while (await file.ReadAtLeastAsync(buffer, chunkBytes, throwOnEndOfStream: false, cancellationToken) is > 0 and var read)
            {
                var sending = call.RequestStream.WriteAsync(Chunk(offset, buffer.AsMemory(0, read)), cancellationToken);
                hash.AppendData(buffer, 0, read);
                await sending;
                offset += read;
            }

            await call.RequestStream.WriteAsync(Commit(offset, hash.GetHashAndReset()), cancellationToken);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The call has the status.
        }

        return await call;
    }
}
