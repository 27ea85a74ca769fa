using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Handles the calls of <c>workshop.files.v1.FileService</c>.</summary>
internal sealed class UploadService(
    FileStore store,
    UploadReceiver receiver,
    UploadSlots slots,
    TokenOwners tokenOwners,
    ShutdownDrain drain,
    UploadOptions options,
    IHostApplicationLifetime lifetime,
    ILogger<UploadService> logger) : FileService.FileServiceBase
{
    public override Task<UploadFileResponse> UploadFile(
        IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context) => RespondAsync(context, async owner =>
        {
            using var slot = slots.Take();
            using var messages = new UploadMessages(
                requestStream, options.IdleTimeout, context.CancellationToken, lifetime.ApplicationStopping);
            return await receiver.ReceiveAsync(
                messages, owner, id => context.WriteResponseHeadersAsync(new Metadata { { "file-id", $"{id}" } }));
        });

    public override Task<GetUploadStatusResponse> GetUploadStatus(GetUploadStatusRequest request, ServerCallContext context) =>
        RespondAsync(context, owner =>
        {
            var (record, committedSize) = store.Status(request.FileId, owner);
            return Task.FromResult(new GetUploadStatusResponse
            {
                FileId = request.FileId,
                CommittedSize = committedSize,
                Complete = record.Sha256 is not null,
                Sha256 = ByteString.CopyFrom(record.Sha256 ?? []),
            });
        });

    public override Task DownloadFile(
        DownloadFileRequest request, IServerStreamWriter<DownloadFileResponse> responseStream, ServerCallContext context) =>
        RespondAsync(context, async owner =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
            var record = store.FindComplete(request.FileId, owner);
            await Download.SendAsync(store.PathOf(record), request.Offset, responseStream, stop.Token);
            return record;
        });

    public override Task<GetFileResponse> GetFile(GetFileRequest request, ServerCallContext context) =>
        RespondAsync(context, owner => Task.FromResult(
            new GetFileResponse { File = store.FindComplete(request.FileId, owner).ToMessage() }));

    public override Task<ListFilesResponse> ListFiles(ListFilesRequest request, ServerCallContext context) =>
        RespondAsync(context, owner => Task.FromResult(Listing.Page(store.List(owner, request.PageToken), request)));

    // First find out who is calling, before any message is read. Exceptions of the storage never reach the client as they are.
    private async Task<T> RespondAsync<T>(ServerCallContext context, Func<string, Task<T>> respond)
    {
        drain.Track(context);
        try
        {
            return await respond(tokenOwners.OwnerOf(context));
        }
        catch (OperationCanceledException)
        {
            throw lifetime.ApplicationStopping.IsCancellationRequested ? UploadErrors.ServerStopping() : UploadErrors.ClientGone();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException and not InvalidProtocolBufferException)
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
