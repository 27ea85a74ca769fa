using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>Receives uploads, also many at once: it has no state of its own.</summary>
internal sealed class UploadReceiver(FileStore store, UploadOptions options, ILogger<UploadReceiver> logger)
{
    /// <summary>Receives a file, message by message.</summary>
    /// <param name="messages">What the client sends.</param>
    /// <param name="owner">The owner of the file.</param>
    /// <param name="announce">Sends the id of the upload to the client at once, as the response header <c>file-id</c>.</param>
    /// <exception cref="RpcException">The upload is refused, or was interrupted.</exception>
    public async Task<UploadFileResponse> ReceiveAsync(UploadMessages messages, string owner, Func<Guid, Task> announce)
    {
        PendingUpload? upload = null;
        try
        {
            // TODO 02.1: begin the upload at the metadata, append each chunk, and return a response at the end of the stream.
            throw new RpcException(new Status(
                StatusCode.Unimplemented, "TODO 02.1 is not done yet. See labs/02-upload/README.md."));
        }
        catch (RpcException refusal)
        {
            if (refusal.StatusCode is StatusCode.InvalidArgument)
            {
                // The client has a defect: do not keep what it sent.
                upload?.Discard();
            }

            Log(upload, refusal);
            throw;
        }
        finally
        {
            // In every case: close the file, so that another call can continue it.
            await (upload?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private void Log(PendingUpload? upload, RpcException refusal)
    {
        if (upload is not null)
        {
            // A refusal by gRPC itself, such as a message that is too large, has no reason of ours.
            var reason = ErrorDomain.ReasonOf(refusal) is { Length: > 0 } ours ? ours : $"{refusal.StatusCode}";
            logger.Ended(upload.Record.Id, reason, upload.Length, upload.Record.Size);
        }
    }
}
