using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Handles the calls of <c>workshop.files.v1.FileService</c>.</summary>
internal sealed class UploadService(
    FileStore store,
    CallSlots slots,
    TokenOwners tokenOwners,
    ShutdownDrain drain,
    UploadOptions options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<UploadService> logger,
    ILogger<IncomingFile> fileLogger) : FileService.FileServiceBase
{
    public override Task<UploadFileResponse> UploadFile(
        IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context) =>
        RespondAsync(context, slots.TakeTransfer, async owner =>
        {
            using var idle = new IdleLimit(options.IdleTimeout, time);
            using var wait = new MessageWait(requestStream, idle, context.CancellationToken, lifetime.ApplicationStopping);
            await using var file = new IncomingFile(store, options, owner, idle, AnnounceAsync, fileLogger, wait.Stop);
            try
            {
                return await UploadReceiver.ReceiveAsync(new IncomingMessages(wait, file, options), file);
            }
            catch (Exception failure)
            {
                file.Fail(failure);
                throw;
            }

            Task AnnounceAsync(Guid id) => context.WriteResponseHeadersAsync(new Metadata { { "file-id", $"{id}" } });
        });

    public override Task<GetUploadStatusResponse> GetUploadStatus(GetUploadStatusRequest request, ServerCallContext context) =>
        RespondAsync(context, slots.TakeShortCall, owner =>
        {
            var (record, committedSize) = store.Status(request.FileId, owner);
            return Task.FromResult(new GetUploadStatusResponse
            {
                FileId = $"{record.Id}",
                CommittedSize = committedSize,
                Complete = record.Sha256 is not null,
                Sha256 = ByteString.CopyFrom(record.Sha256 ?? []),
            });
        });

    public override Task DownloadFile(
        DownloadFileRequest request, IServerStreamWriter<DownloadFileResponse> responseStream, ServerCallContext context) =>
        RespondAsync(context, slots.TakeTransfer, async owner =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
            var record = store.FindComplete(request.FileId, owner);
            await Download.SendAsync(store.PathOf(record), request.Offset, responseStream, options.IdleTimeout, time, stop.Token);
            return record;
        });

    public override Task<GetFileResponse> GetFile(GetFileRequest request, ServerCallContext context) =>
        RespondAsync(context, slots.TakeShortCall, owner => Task.FromResult(
            new GetFileResponse { File = store.FindComplete(request.FileId, owner).ToMessage() }));

    public override Task<ListFilesResponse> ListFiles(ListFilesRequest request, ServerCallContext context) =>
        RespondAsync(context, slots.TakeShortCall, owner => Task.FromResult(Listing.Page(request, store, owner)));

    // First find out who is calling, before any message is read. Exceptions of the storage never reach the client as they are.
    private async Task<T> RespondAsync<T>(
        ServerCallContext context, Func<string, IDisposable> takeSlot, Func<string, Task<T>> respond)
    {
        drain.Track(context);
        try
        {
            var owner = tokenOwners.OwnerOf(context);
            using var slot = takeSlot(owner);
            return await respond(owner);
        }
        catch (OperationCanceledException)
        {
            throw lifetime.ApplicationStopping.IsCancellationRequested ? UploadErrors.ServerStopping() : UploadErrors.ClientGone();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            if (context.CancellationToken.IsCancellationRequested)
            {
                throw UploadErrors.ClientGone();
            }

            logger.StorageFailed(exception);
            throw StoreErrors.Fault(exception);
        }
    }
}
