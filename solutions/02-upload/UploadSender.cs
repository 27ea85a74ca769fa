using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Sends a file in one call.</summary>
internal sealed class UploadSender(FileService.FileServiceClient client, Metadata headers)
{
    /// <summary>Sends a file from an offset, and returns the server's response.</summary>
    /// <exception cref="RpcException">The server ended the call with a status other than OK.</exception>
    public async Task<UploadFileResponse> SendAsync(OutgoingFile file, long from)
    {
        using var call = client.UploadFile(headers, DateTime.UtcNow + Deadlines.Transfer);
        try
        {
            await SendMessagesAsync(call.RequestStream, file, from);
            await call.RequestStream.CompleteAsync();
        }
        // An IOException when the connection breaks during the write. At the very moment when the call ends, a write may throw
        // an exception of any type.
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

    private static async Task SendMessagesAsync(IClientStreamWriter<UploadFileRequest> requests, OutgoingFile file, long from)
    {
        await requests.WriteAsync(new UploadFileRequest
        {
            Metadata = new UploadMetadata { Name = file.Name, Size = file.Size, FileId = file.FileId },
        });

        await foreach (var chunk in file.ReadChunksAsync(from))
        {
            await requests.WriteAsync(new UploadFileRequest { Chunk = chunk });
        }

        await requests.WriteAsync(new UploadFileRequest
        {
            Commit = new UploadCommit { Size = file.Size, Sha256 = file.Sha256 },
        });
    }
}
