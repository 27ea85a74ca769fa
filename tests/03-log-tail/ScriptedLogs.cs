using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Checks;

/// <summary>The server for the checks of the client: the source in the request decides how it behaves.</summary>
internal sealed class ScriptedLogs : LogService.LogServiceBase
{
    public const string Cut = "Cut";
    public const string Unlucky = "Unlucky";
    public const string Silent = "Silent";
    public const string Reason = "the connection was cut";

    private static readonly Duration Interval = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(30));

    private static readonly string[] Texts = ["breakfast", "lunch", "dinner"];

    private int _calls;

    public override async Task StreamLogs(
        StreamLogsRequest request, IServerStreamWriter<StreamLogsResponse> responseStream, ServerCallContext context)
    {
        var isFirst = ++_calls == 1;
        switch (request.SourcePrefix)
        {
            case Cut:
                // All have one time: only a cursor can tell them apart.
                var next = request.AfterCursor.Length == 0 ? 0 : Texts.Index().First(text => Cursor(text.Index) == request.AfterCursor).Index + 1;
                for (; next < Texts.Length; next++)
                {
                    await responseStream.WriteAsync(Entry(next));
                    if (isFirst && next == 1)
                    {
                        throw Failure();
                    }
                }

                break;
            case Unlucky when isFirst:
                await responseStream.WriteAsync(Entry(0));
                throw Failure();
            case Unlucky:
                throw Failure();
            case Silent when isFirst:
                await responseStream.WriteAsync(
                    new StreamLogsResponse { Cursor = "s.0", CaughtUp = new CaughtUp { HeartbeatInterval = Interval } });
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                break;
            case Silent:
                await responseStream.WriteAsync(Entry(0));
                break;
            default:
                throw new RpcException(new Status(StatusCode.InvalidArgument, $"There is no script for {request.SourcePrefix}."));
        }
    }

    private static string Cursor(int index) => $"s.{index + 1}";

    private static StreamLogsResponse Entry(int index) => new()
    {
        Cursor = Cursor(index),
        Entry = new LogEntry
        {
            Timestamp = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            Level = Level.Information,
            Source = "Shop",
            Message = Texts[index],
        },
    };

    private static RpcException Failure() => new(new Status(StatusCode.Unavailable, Reason));
}
