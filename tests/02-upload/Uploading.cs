using Google.Rpc;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>A client for uploads that go wrong as well as for those that succeed.</summary>
/// <param name="check">The check that uploads.</param>
/// <param name="calls">How it calls the server.</param>
/// <param name="reads">How far the server reads.</param>
internal sealed class Uploading(LabCheck check, CallInvoker calls, ServerReads reads)
{
    /// <summary>The generated client.</summary>
    public FileService.FileServiceClient Files { get; } = new(calls);

    // Shorter than the check's own time limit: a call that the server never ends must not use up the whole check.
    private DateTime Deadline => DateTime.UtcNow + check.Patience;

    /// <summary>Begins an upload, and leaves it open.</summary>
    public async Task<AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse>> OpenAsync(
        params IEnumerable<UploadFileRequest> messages)
    {
        var call = Files.UploadFile(deadline: Deadline);
        foreach (var message in messages)
        {
            await TryWriteAsync(call, message);
        }

        return call;
    }

    /// <summary>Sends messages and the end of the stream.</summary>
    public async Task<UploadFileResponse> SendAsync(params IEnumerable<UploadFileRequest> messages)
    {
        using var call = await OpenAsync(messages);
        return await EndAsync(call);
    }

    /// <summary>Sends messages of which the last must end the call. If the server asks for more, there is no more.</summary>
    public async Task AnswerToAsync(params IReadOnlyList<UploadFileRequest> messages)
    {
        var number = reads.Calls + 1;
        using var call = await OpenAsync(messages);
        await AnswerAsync(call, number, messages.Count);
    }

    /// <summary>The answer to what was sent, which must end the call. If the server asks for more, there is no more.</summary>
    public async Task AnswerAsync(AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call, int number, int messages)
    {
        await HandledAsync(number, messages);
        await OutcomeAsync(reads.HasEnded(number) ? call.ResponseAsync : EndAsync(call));
    }

    /// <summary>Waits until the server has handled so many messages of a call: it asks for the next one, or has ended the
    /// call.</summary>
    public Task HandledAsync(int call, int messages) => check.SeeAsync(
        $"The client sent {messages} messages, and the server asks for the next one",
        () => Task.FromResult(reads.HasHandled(call, messages) ? null : "it does not ask"),
        "Each message is handled at once, and awaited; then MoveNextAsync waits for the next one.");

    /// <summary>The same client, whose calls are not recorded.</summary>
    public Uploading Unrecorded() => new(check, check.Unrecorded, reads);

    /// <summary>The same client for calls that only look, which are not in the server's log.</summary>
    public Uploading Looking() => new(check, check.Looking, reads);

    /// <summary>Whether the server has ended a call.</summary>
    public bool HasEnded(int call) => reads.HasEnded(call);

    /// <summary>The id that the server announces before it has read the file.</summary>
    public static async Task<string> IdAsync(AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call) =>
        (await call.ResponseHeadersAsync).GetValue("file-id") ?? "";

    /// <summary>Sends the last messages of an upload and the end of the stream.</summary>
    public static async Task<UploadFileResponse> EndAsync(
        AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call, params IEnumerable<UploadFileRequest> messages)
    {
        foreach (var message in messages)
        {
            await TryWriteAsync(call, message);
        }

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

    /// <summary>Sends a message, if the call has not ended yet.</summary>
    public static async Task TryWriteAsync(
        AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call, UploadFileRequest message)
    {
        try
        {
            await call.RequestStream.WriteAsync(message);
        }
        catch (Exception exception) when (exception is RpcException || call.ResponseAsync.IsCompleted)
        {
            // The call has the status.
        }
    }

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
