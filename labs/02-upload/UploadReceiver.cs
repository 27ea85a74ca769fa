using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>Receives one upload after the other, or many at once: it keeps nothing between them.</summary>
internal sealed class UploadReceiver(FileStore store, UploadOptions options, ILogger<UploadReceiver> logger)
{
    /// <summary>Receives a file, message by message.</summary>
    /// <param name="messages">What the client sends.</param>
    /// <param name="owner">Whose file it will be.</param>
    /// <param name="announce">Tells the client the id of its upload at once, as the response header <c>file-id</c>.</param>
    /// <exception cref="RpcException">The upload is refused, or was interrupted.</exception>
    public async Task<UploadFileResponse> ReceiveAsync(UploadMessages messages, string owner, Func<Guid, Task> announce)
    {
        PendingUpload? upload = null;
        try
        {
            // TODO 02.1: begin the upload at the metadata, append each chunk, and answer at the end of the stream.
            throw new RpcException(new Status(
                StatusCode.Unimplemented, "TODO 02.1 is not done yet. See labs/02-upload/README.md."));
        }
        catch (RpcException refusal)
        {
            if (refusal.StatusCode is StatusCode.InvalidArgument)
            {
                // The client does not know what it does: what it sent is worth nothing.
                upload?.Discard();
            }

            Log(upload, ErrorDomain.ReasonOf(refusal));
            throw;
        }
        finally
        {
            // However the call ends: the file is closed, and another call may go on with it.
            await (upload?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private void Log(PendingUpload? upload, string reason)
    {
        if (upload is not null)
        {
            logger.Ended(upload.Record.Id, reason, upload.Length, upload.Record.Size);
        }
    }
}
