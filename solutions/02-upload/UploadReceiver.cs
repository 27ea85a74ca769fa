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
        var order = new MessageOrder();
        UploadCommit? commit = null;
        PendingUpload? upload = null;
        try
        {
            while (await messages.MoveNextAsync())
            {
                var message = messages.Current;
                order.Check(message);
                switch (message.PayloadCase)
                {
                    case Kind.Metadata:
                        Check(message.Metadata);
                        if (Resumption.AnswerAtOnce(message.Metadata, owner, store) is { } answer)
                        {
                            return answer;
                        }

                        upload = await Resumption.OpenAsync(message.Metadata, owner, store, messages.Stop);
                        await announce(upload.Record.Id);
                        break;
                    case Kind.Chunk:
                        SizeRules.CheckChunk(message.Chunk, upload!, options);
                        Integrity.CheckChunk(message.Chunk);
                        await upload!.AppendAsync(Resumption.NewBytes(message.Chunk, upload));
                        break;
                    case Kind.Commit:
                        commit = message.Commit;
                        break;
                }
            }

            order.CheckEnd();
            if (commit is not null)
            {
                return await Integrity.CommitAsync(upload!, commit, store);
            }

            await upload!.FlushAsync();
            return Answers.Unfinished(upload);
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

    private void Check(UploadMetadata metadata)
    {
        SizeRules.CheckMetadata(metadata, options);
        if (FileNames.Problem(metadata.Name) is { } problem)
        {
            throw UploadErrors.NameNotAllowed(problem);
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
