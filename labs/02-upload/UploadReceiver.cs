using Grpc.Core;
using Workshop.Files.V1;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>Receives a file, message by message.</summary>
internal static class UploadReceiver
{
    /// <param name="messages">What the client sends.</param>
    /// <param name="file">Where it goes. The caller closes it.</param>
    /// <exception cref="RpcException">The upload is refused, or was interrupted.</exception>
    public static async Task<UploadFileResponse> ReceiveAsync(IncomingMessages messages, IncomingFile file)
    {
        // TODO 02.1: open the file at the metadata, append each chunk, remember the commit; end the file after the last message.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 02.1 is not done yet. See labs/02-upload/README.md."));
    }
}
