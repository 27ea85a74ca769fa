using System.Globalization;
using Grpc.Core;
using Workshop.Harness;
using Workshop.Logs.V1;

namespace Workshop.Checks;

/// <summary>A client that writes to the log, and reads it in every way.</summary>
internal sealed class Tailing(LabCheck check, CallInvoker calls)
{
    /// <summary>A text so long that few of them fill what a client has not read yet.</summary>
    public static string LongText { get; } = new('x', 8 * 1024);

    /// <summary>A text that alone is more than what a client takes in before it reads. It needs <c>--Tail:MaxTextLength=262144</c>.
    /// </summary>
    public static string VeryLongText { get; } = new('x', 250_000);

    private readonly LogService.LogServiceClient _logs = new(calls);

    private static DateTime Deadline => DateTime.UtcNow + LabCheck.Limit;

    /// <summary>The number in the cursor of a message.</summary>
    public static long Place(StreamLogsResponse message) => long.Parse(message.Cursor.Split('.')[^1], CultureInfo.InvariantCulture);

    /// <summary>Writes an entry, or several of the same text with numbers behind it.</summary>
    /// <returns>The cursor after it.</returns>
    public async Task<string> WriteAsync(
        string source, string message, Level level = Level.Information, int count = 1, params (string Name, string Value)[] properties)
    {
        var request = new WriteLogRequest { Level = level, Source = source, Message = message, Count = count };
        foreach (var (name, value) in properties)
        {
            request.Properties.Add(name, value);
        }

        return (await _logs.WriteLogAsync(request, deadline: Deadline)).Cursor;
    }

    /// <summary>Reads a stream that ends by itself.</summary>
    /// <returns>Its messages.</returns>
    public async Task<IReadOnlyList<StreamLogsResponse>> ReadAsync(StreamLogsRequest request)
    {
        using var following = Open(request);
        await following.UntilAsync(_ => false);
        return following.Messages;
    }

    /// <summary>Reads a stream to its end. Its status is in the transcript.</summary>
    public async Task TryReadAsync(StreamLogsRequest request)
    {
        try
        {
            await ReadAsync(request);
        }
        catch (RpcException)
        {
            // Recorded.
        }
    }

    /// <summary>Opens a stream, and reads nothing yet.</summary>
    public Following Open(StreamLogsRequest request) => new(check, _logs.StreamLogs(request, deadline: Deadline));

    /// <summary>Opens a stream that goes on.</summary>
    public Following Follow(StreamLogsRequest request)
    {
        request.Follow = true;
        return Open(request);
    }

    /// <summary>Opens a stream that goes on, and reads the stored entries.</summary>
    public async Task<Following> FollowNewsAsync(StreamLogsRequest request)
    {
        var following = Follow(request);
        await following.UntilAsync(message => message.CaughtUp is not null);
        return following;
    }
}
