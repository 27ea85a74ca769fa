using Grpc.Core;
using Workshop.Harness;
using Workshop.Logs.V1;

namespace Workshop.Checks;

/// <summary>A stream of which a check reads only as much as it asks for.</summary>
/// <remarks>What does not come in time is not waited for: the stream is cancelled, so that it does not delay the verdict. Each wait has a
/// time of its own: on a busy machine the whole stream may take long.</remarks>
internal sealed class Following(LabCheck check, AsyncServerStreamingCall<StreamLogsResponse> call) : IDisposable
{
    private readonly List<StreamLogsResponse> _messages = [];

    /// <summary>What came so far.</summary>
    public IReadOnlyList<StreamLogsResponse> Messages => _messages;

    /// <summary>What came so far, without gaps and heartbeats: whether these are right is the matter of other checks.</summary>
    public IReadOnlyList<StreamLogsResponse> EntriesAndCaughtUp =>
        [.. _messages.Where(message => message.Gap is null && message.Heartbeat is null)];

    /// <summary>The texts of the entries that came so far.</summary>
    public IReadOnlyList<string> Texts => [.. _messages.Where(message => message.Entry is not null).Select(message => message.Entry.Message)];

    /// <summary>Their sources, each once.</summary>
    public IReadOnlyList<string> Sources =>
        [.. _messages.Where(message => message.Entry is not null).Select(message => message.Entry.Source).Distinct()];

    /// <summary>How many entries the gaps say are missing.</summary>
    public long Missed => _messages.Sum(message => message.Gap?.Dropped ?? 0);

    /// <summary>Reads until a message has come, or the stream ends.</summary>
    public async Task UntilAsync(Func<StreamLogsResponse, bool> isLast)
    {
        using var patience = new CancellationTokenSource(check.Patience);
        while (await call.ResponseStream.MoveNext(patience.Token))
        {
            _messages.Add(call.ResponseStream.Current);
            if (isLast(call.ResponseStream.Current))
            {
                return;
            }
        }
    }

    /// <summary>Reads until an entry with this text has come.</summary>
    public Task UntilTextAsync(string text) => UntilAsync(message => message.Entry?.Message == text);

    /// <summary>Reads to the end.</summary>
    /// <returns>The status.</returns>
    public async Task<StatusCode> EndAsync()
    {
        try
        {
            await UntilAsync(_ => false);
            return StatusCode.OK;
        }
        catch (RpcException exception)
        {
            return exception.StatusCode;
        }
    }

    public void Dispose() => call.Dispose();
}
