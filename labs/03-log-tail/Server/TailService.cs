using Grpc.Core;
using Workshop.Logs.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>Handles the calls of <c>workshop.logs.v1.LogService</c>.</summary>
internal sealed class TailService(
    LogHub hub,
    LogStreamer streamer,
    LogEntryWriter writer,
    AccessRules access,
    ShutdownDrain drain,
    TailOptions options,
    IHostApplicationLifetime lifetime) : LogService.LogServiceBase
{
    public override async Task StreamLogs(
        StreamLogsRequest request, IServerStreamWriter<StreamLogsResponse> responseStream, ServerCallContext context)
    {
        drain.Track(context);
        access.CheckReader(context);
        Check(request);
        using var end = new StreamEnd(context.CancellationToken, lifetime.ApplicationStopping);
        var messages = new TailWriter(responseStream, request.AfterCursor, options.StallLimit, end.Token);
        try
        {
            await streamer.StreamAsync(request, messages, end.Token);
        }
        // A write to a client that is gone may also throw "the request is complete".
        catch (Exception exception) when (exception is OperationCanceledException
            || (exception is not RpcException && context.CancellationToken.IsCancellationRequested))
        {
            throw end.Reason(messages.Cursor);
        }
    }

    public override Task<WriteLogResponse> WriteLog(WriteLogRequest request, ServerCallContext context)
    {
        access.CheckWriter(context);
        if (!Enum.IsDefined(request.Level))
        {
            throw TailErrors.LevelUnknown(request.Level, "level");
        }

        if (request.Count is < 0 or > LogEntryWriter.MostAtOnce)
        {
            throw TailErrors.CountOutside(request.Count, LogEntryWriter.MostAtOnce);
        }

        writer.Write(request);
        return Task.FromResult(new WriteLogResponse { Cursor = $"{hub.End}" });
    }

    private static void Check(StreamLogsRequest request)
    {
        if (request.TailLines < 0)
        {
            throw TailErrors.TailLinesNegative(request.TailLines);
        }

        // The range of google.protobuf.Timestamp: the years 1 to 9999.
        if (request.Since is { } since && (since.Seconds is < -62135596800 or > 253402300799 || since.Nanos is < 0 or > 999999999))
        {
            throw TailErrors.SinceInvalid();
        }

        if (!Enum.IsDefined(request.MinLevel))
        {
            throw TailErrors.LevelUnknown(request.MinLevel, "min_level");
        }
    }
}
