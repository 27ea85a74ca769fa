using System.Security.Cryptography;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>The file that one call uploads. However the call ends, the file is closed, and another call can continue it.
/// </summary>
/// <param name="store">Where it is kept.</param>
/// <param name="options">The limits.</param>
/// <param name="owner">Whose it is.</param>
/// <param name="idle">Learns of progress.</param>
/// <param name="announce">Sends the id to the client, as the response header <c>file-id</c>.</param>
/// <param name="logger">Learns of a call that fails.</param>
/// <param name="stop">Cancelled when the call is over.</param>
internal sealed class IncomingFile(
    FileStore store,
    UploadOptions options,
    string owner,
    IdleLimit idle,
    Func<Guid, Task> announce,
    ILogger<IncomingFile> logger,
    CancellationToken stop) : IAsyncDisposable
{
    private PendingUpload? _upload;
    private FileRecord? _complete;
    private ReadOnlyMemory<byte> _declaredSha256;

    /// <summary>Whether the file is complete already, so that nothing more of it is needed.</summary>
    public bool IsComplete => _complete is not null;

    /// <summary>Begins the upload that the metadata describes, or continues it, and sends its id to the client.</summary>
    public async Task OpenAsync(UploadMetadata metadata)
    {
        if (_upload is not null)
        {
            throw new InvalidOperationException("The upload is open already: MessageOrder let metadata pass twice.");
        }

        Check(metadata);
        _declaredSha256 = metadata.Sha256.Memory;
        if (metadata.FileId.Length == 0)
        {
            _upload = store.Begin(owner, metadata);
        }
        else
        {
            await ReopenAsync(metadata, store.Find(metadata.FileId, owner));
        }

        idle.Reset();
        await announce(_upload?.Record.Id ?? _complete!.Id);
    }

    /// <summary>Appends what is new of a chunk. It is written to the disk while the next one is received.</summary>
    public async ValueTask AppendAsync(FileChunk chunk)
    {
        var upload = Opened();
        MessageContent.CheckChunk(chunk, upload, options);
        var data = Resumption.NewBytes(chunk, upload);
        if (data.Length > 0)
        {
            await upload.AppendAsync(data);
            idle.Reset();
        }
    }

    /// <summary>Ends the upload: publishes the file if the client committed it; else keeps what came, until it continues.
    /// </summary>
    /// <param name="commit">Null if none came.</param>
    public async Task<UploadFileResponse> EndAsync(UploadCommit? commit)
    {
        if (_complete is not null)
        {
            return UploadResponses.Complete(_complete);
        }

        var upload = Opened();
        if (commit is null)
        {
            await upload.FlushAsync();
            return UploadResponses.Unfinished(upload);
        }

        if (_declaredSha256.Length > 0 && !commit.Sha256.Span.SequenceEqual(_declaredSha256.Span))
        {
            throw UploadErrors.DigestContradicted();
        }

        try
        {
            return await Publication.CommitAsync(upload, commit, store);
        }
        catch (IOException) when (File.Exists(store.PathOf(upload.Record)))
        {
            throw UploadErrors.AlreadyComplete();
        }
    }

    /// <summary>Says why the call fails, before the file is closed.</summary>
    public void Fail(Exception failure)
    {
        var refusal = failure as RpcException;
        // The client has a defect, or the disk is full: do not keep what came.
        if (refusal?.StatusCode is StatusCode.InvalidArgument || StoreErrors.IsDiskFull(failure))
        {
            _upload?.Discard();
        }

        if (_upload is not null && refusal is not null)
        {
            // A refusal by gRPC itself has no reason of ours.
            var reason = ErrorDomain.ReasonOf(refusal) is { Length: > 0 } ours ? ours : $"{refusal.StatusCode}";
            logger.Ended(_upload.Record.Id, reason, _upload.Length, _upload.Record.Size);
        }
    }

    public ValueTask DisposeAsync() => _upload?.DisposeAsync() ?? ValueTask.CompletedTask;

    private PendingUpload Opened() =>
        _upload ?? throw new InvalidOperationException("No upload is open: the metadata comes first, and OpenAsync must be awaited.");

    private async Task ReopenAsync(UploadMetadata metadata, FileRecord record)
    {
        if (record.Sha256 is not null)
        {
            // Perhaps the client did not get the response to its last attempt. It gets the same one now.
            _complete = metadata.Sha256.Span.SequenceEqual(record.Sha256) ? record : throw UploadErrors.AlreadyComplete();
            return;
        }

        if (record.DeclaredSha256.Length > 0)
        {
            _declaredSha256 = metadata.Sha256.Length == 0 || metadata.Sha256.Span.SequenceEqual(record.DeclaredSha256)
                ? record.DeclaredSha256
                : throw UploadErrors.MetadataChanged("sha256");
        }

        _upload = await Resumption.ContinueAsync(metadata, record, store, stop);
    }

    private void Check(UploadMetadata metadata)
    {
        MessageContent.CheckMetadata(metadata, options);
        if (FileNames.Problem(metadata.Name) is { } problem)
        {
            throw UploadErrors.NameNotAllowed(problem);
        }

        if (metadata.Sha256.Length is not (0 or SHA256.HashSizeInBytes))
        {
            throw UploadErrors.DigestLength(metadata.Sha256.Length);
        }
    }
}
