using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Sends a file in one call.</summary>
internal sealed class UploadSender(FileService.FileServiceClient client, Metadata headers, TransferProgress progress)
{
    /// <summary>Data per chunk, in bytes. Larger ones are no faster, and from 85,000 bytes on they cost the
    /// receiver more memory: docs/02-upload.md.</summary>
    public const int ChunkBytes = 64 * 1024;

    /// <summary>Sends a file from an offset, and returns the server's response.</summary>
    /// <exception cref="RpcException">The server ended the call with a status other than OK.</exception>
    public async Task<UploadFileResponse> SendAsync(OutgoingFile file, long from)
    {
        using var call = client.UploadFile(headers, DateTime.UtcNow + Deadlines.Transfer);
        try
        {
            await SendMessagesAsync(call.RequestStream, file, from);
        }
        // Nearly always an RpcException. An IOException when the connection breaks during the write. At the very moment when the
        // call ends, a write may throw an exception of another type.
        catch (Exception exception) when (exception is RpcException or IOException || call.ResponseAsync.IsCompleted)
        {
            // The server ended the call early, or is gone. The write does not say why. The call has the real status: it may
            // even be OK.
        }

        try
        {
            return await call;
        }
        finally
        {
            // The next attempt continues this upload.
            await file.RememberIdAsync(call.ResponseHeadersAsync);
        }
    }

    private async Task SendMessagesAsync(IClientStreamWriter<UploadFileRequest> requests, OutgoingFile file, long from)
    {
        await requests.WriteAsync(new UploadFileRequest
        {
            Metadata = new UploadMetadata { Name = file.Name, Size = file.Size, FileId = file.FileId },
        });

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[ChunkBytes];
        for (long offset = 0; file.Read(buffer, offset) is > 0 and var read; offset += read)
        {
            // The last chunk is shorter than the buffer: the rest of the buffer is not part of the file.
            var data = buffer.AsMemory(0, read);
            var sending = offset + read <= from ? Task.CompletedTask : requests.WriteAsync(new UploadFileRequest
            {
                // The message uses the buffer without a copy. Do not change the buffer until the write was awaited.
                Chunk = new FileChunk { Offset = offset, Data = UnsafeByteOperations.UnsafeWrap(data), Crc32C = Crc32C.Of(data.Span) },
            });
            // The digest also needs the bytes that the server has already.
            hash.AppendData(data.Span);
            await sending;
            progress.Report(offset + read);
        }

        await requests.WriteAsync(new UploadFileRequest
        {
            Commit = new UploadCommit { Size = file.Size, Sha256 = ByteString.CopyFrom(hash.GetHashAndReset()) },
        });
        await requests.CompleteAsync();
    }
}
