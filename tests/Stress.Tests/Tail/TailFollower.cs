using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>A stream that follows, of which a test reads only as much as it asks for.</summary>
internal sealed class TailFollower(AsyncServerStreamingCall<StreamLogsResponse> call) : IDisposable
{
    /// <summary>Its position.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>How many entries have come.</summary>
    public int Entries { get; private set; }

    /// <summary>Opens a stream, and reads the stored entries.</summary>
    public static async Task<TailFollower> OpenAsync(
        LogService.LogServiceClient client, StreamLogsRequest request, CallOptions options = default)
    {
        var follow = request.Clone();
        follow.Follow = true;
        var follower = new TailFollower(client.StreamLogs(follow, options));
        try
        {
            await follower.UntilAsync(message => message.CaughtUp is not null);
            return follower;
        }
        catch (RpcException)
        {
            follower.Dispose();
            throw;
        }
    }

    /// <summary>Reads until a message has come.</summary>
    /// <returns>All messages that came, the last one included.</returns>
    public async Task<IReadOnlyList<StreamLogsResponse>> UntilAsync(Func<StreamLogsResponse, bool> isLast)
    {
        var messages = new List<StreamLogsResponse>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            messages.Add(call.ResponseStream.Current);
            Cursor = call.ResponseStream.Current.Cursor;
            Entries += call.ResponseStream.Current.Entry is null ? 0 : 1;
            if (isLast(call.ResponseStream.Current))
            {
                return messages;
            }
        }

        throw new InvalidOperationException("The stream ended with OK.");
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>How it ended.</returns>
    public Task<RpcException> EndAsync() => Assert.ThrowsAsync<RpcException>(() => UntilAsync(_ => false));

    /// <summary>Cancels the call, if it has not ended.</summary>
    public void Dispose() => call.Dispose();
}
