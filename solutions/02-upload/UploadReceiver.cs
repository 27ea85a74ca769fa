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
        UploadCommit? commit = null;
        while (await messages.MoveNextAsync())
        {
            var message = messages.Current;
            switch (message.PayloadCase)
            {
                case Kind.Metadata:
                    await file.OpenAsync(message.Metadata);
                    break;
                case Kind.Chunk:
                    // On the disk before the next one is read: however large the file is, one or two chunks are in memory.
                    await file.AppendAsync(message.Chunk);
                    break;
                case Kind.Commit:
                    commit = message.Commit;
                    break;
            }
        }

        return await file.EndAsync(commit);
    }
}
