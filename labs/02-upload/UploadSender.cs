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
        catch (RpcException)
        {
            // TODO 02.4: go on to the call, which says how it ended; for a broken connection, too.
            throw new RpcException(new Status(
                StatusCode.Unimplemented, "TODO 02.4 is not done yet. See labs/02-upload/README.md."));
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
        // TODO 02.3: send the metadata, the chunks of the file, and the commit.
        throw new NotImplementedException("TODO 02.3 is not done yet. See labs/02-upload/README.md.");
    }
}
