using Google.Rpc;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>A client for uploads that go wrong as well as for those that succeed.</summary>
internal sealed class Uploading(LabCheck check, CallInvoker calls)
{
    /// <summary>The generated client.</summary>
    public FileService.FileServiceClient Files { get; } = new(calls);

    // Shorter than the check's own time limit: a call that the server never ends must not use up the whole check.
    private DateTime Deadline => DateTime.UtcNow + (check.Patience / 2);

    /// <summary>Begins an upload, and leaves it open.</summary>
    public async Task<AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse>> OpenAsync(
        params IEnumerable<UploadFileRequest> messages)
    {
        var call = Files.UploadFile(deadline: Deadline);
        try
        {
            foreach (var message in messages)
            {
                await call.RequestStream.WriteAsync(message);
            }
        }
        catch (RpcException)
        {
            // The call has the status.
        }

        return call;
    }

    /// <summary>Sends messages and the end of the stream.</summary>
    public async Task<UploadFileResponse> SendAsync(params IEnumerable<UploadFileRequest> messages)
    {
        using var call = await OpenAsync(messages);
        try
        {
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The call has the status.
        }

        return await call;
    }

    /// <summary>Sends messages and waits for a response, without closing the stream: the last message must end the call.</summary>
    public async Task AnswerToAsync(params IEnumerable<UploadFileRequest> messages)
    {
        using var call = await OpenAsync(messages);
        await OutcomeAsync(call.ResponseAsync);
    }

    /// <summary>The id that the server announces before it has read the file.</summary>
    public static async Task<string> IdAsync(AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call) =>
        (await call.ResponseHeadersAsync).GetValue("file-id") ?? "";

    /// <summary>Waits until so much of an upload is stored.</summary>
    public Task UntilStoredAsync(string fileId, long bytes) => check.UntilAsync(
        $"The first {bytes} bytes were not on disk", async () =>
        (await Files.GetUploadStatusAsync(new GetUploadStatusRequest { FileId = fileId }, deadline: Deadline)).CommittedSize == bytes);

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
            return $"{exception.StatusCode} {exception.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason}".TrimEnd();
        }
    }
}
