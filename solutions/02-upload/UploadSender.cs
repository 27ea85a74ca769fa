using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Sends a file in one call.</summary>
internal sealed class UploadSender(FileService.FileServiceClient client, Metadata headers, TransferProgress progress)
{
    /// <summary>Data per chunk, in bytes. Larger ones are no faster, and from 85,000 bytes on the receiver's memory
    /// suffers: docs/02-upload.md.</summary>
    public const int ChunkBytes = 64 * 1024;

    /// <summary>Sends a file from an offset on, and returns the server's answer.</summary>
    /// <exception cref="RpcException">The status that the server ended the call with.</exception>
    public async Task<UploadFileResponse> SendAsync(OutgoingFile file, long from)
    {
        using var call = client.UploadFile(headers, DateTime.UtcNow + Deadlines.Transfer);
        try
        {
            await SendMessagesAsync(call.RequestStream, file, from);
        }
        // Nearly always an RpcException. An IOException where the connection broke during the write; and what a write throws at
        // the very moment when its call ends is up to HttpClient.
        catch (Exception exception) when (exception is RpcException or IOException || call.ResponseAsync.IsCompleted)
        {
            // The server has answered before it read everything, or is gone. A write says no more than that it is over;
            // how it ended stands in the answer: it may even be OK.
        }

        try
        {
            return await call;
        }
        finally
        {
            // The next attempt goes on with this upload.
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
            // The last chunk is shorter than the buffer, and what follows in the buffer is no part of the file.
            var data = buffer.AsMemory(0, read);
            var sending = offset + read <= from ? Task.CompletedTask : requests.WriteAsync(new UploadFileRequest
            {
                // The message borrows the buffer, which may be used again once the write was awaited.
                Chunk = new FileChunk { Offset = offset, Data = UnsafeByteOperations.UnsafeWrap(data), Crc32C = Crc32C.Of(data.Span) },
            });
            // What the server has already still belongs to the digest.
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
