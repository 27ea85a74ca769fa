using Google.Rpc;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Checks;

/// <summary>Uploads that do not all go well.</summary>
internal static class Uploading
{
    // Long enough for a slow machine, short enough for a server that never answers.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private static DateTime Deadline => DateTime.UtcNow + Limit;

    /// <summary>Begins an upload, and leaves it open.</summary>
    public static async Task<AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse>> OpenAsync(
        this FileService.FileServiceClient files, params IEnumerable<UploadFileRequest> messages)
    {
        var call = files.UploadFile(deadline: Deadline);
        try
        {
            foreach (var message in messages)
            {
                await call.RequestStream.WriteAsync(message);
            }
        }
        catch (RpcException)
        {
            // How it ended stands in the answer.
        }

        return call;
    }

    /// <summary>Sends messages and the end of the stream.</summary>
    public static async Task<UploadFileResponse> SendAsync(
        this FileService.FileServiceClient files, params IEnumerable<UploadFileRequest> messages)
    {
        using var call = await files.OpenAsync(messages);
        try
        {
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // How it ended stands in the answer.
        }

        return await call;
    }

    /// <summary>Sends messages and waits for an answer, without the end of the stream: the last one must do.</summary>
    public static async Task AnswerToAsync(
        this FileService.FileServiceClient files, params IEnumerable<UploadFileRequest> messages)
    {
        using var call = await files.OpenAsync(messages);
        await OutcomeAsync(call.ResponseAsync);
    }

    /// <summary>Waits until the server has announced the id of an upload.</summary>
    public static async Task<string> IdAsync(this AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call) =>
        (await call.ResponseHeadersAsync).GetValue("file-id") ?? "";

    /// <summary>Whether so much of an upload is stored.</summary>
    public static async Task<bool> HasStoredAsync(this FileService.FileServiceClient files, string fileId, long bytes) =>
        (await files.GetUploadStatusAsync(new GetUploadStatusRequest { FileId = fileId }, deadline: Deadline)).CommittedSize == bytes;

    /// <summary>How a call ended, in two words: the status, and the reason for programs.</summary>
    public static async Task<string> OutcomeAsync<T>(Task<T> answer)
    {
        try
        {
            await answer;
            return "OK";
        }
        catch (RpcException exception)
        {
            return $"{exception.StatusCode} {Reason(exception.Trailers)}".TrimEnd();
        }
    }

    private static string Reason(Metadata trailers)
    {
        var bytes = trailers.GetValueBytes("grpc-status-details-bin") ?? [];
        return Google.Rpc.Status.Parser.ParseFrom(bytes).Details
            .Select(detail => detail.TryUnpack<ErrorInfo>(out var info) ? info.Type : "")
            .FirstOrDefault("");
    }
}
