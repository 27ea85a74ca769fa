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
        await SendMessagesAsync(call.RequestStream, file, from);
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

    private Task SendMessagesAsync(IClientStreamWriter<UploadFileRequest> requests, OutgoingFile file, long from)
    {
        // TODO 02.8: send metadata, chunks and commit, close the stream; let SendAsync return or throw how the call ended.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 02.8 is not done yet. See labs/02-upload/README.md."));
    }
}
