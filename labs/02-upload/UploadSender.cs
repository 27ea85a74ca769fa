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
        await SendMessagesAsync(call.RequestStream, file, from);
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

    private Task SendMessagesAsync(IClientStreamWriter<UploadFileRequest> requests, OutgoingFile file, long from)
    {
        // TODO 02.8: send metadata, chunks, commit and half-close; and let SendAsync find out how the call really ended.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 02.8 is not done yet. See labs/02-upload/README.md."));
    }
}
