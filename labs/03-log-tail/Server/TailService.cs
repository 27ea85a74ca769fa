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
    RequestRules rules,
    OpenStreams streams,
    ShutdownDrain drain,
    TailOptions options,
    TimeProvider time,
    IHostApplicationLifetime lifetime) : LogService.LogServiceBase
{
    public override async Task StreamLogs(
        StreamLogsRequest request, IServerStreamWriter<StreamLogsResponse> responseStream, ServerCallContext context)
    {
        drain.Track(context);
        access.CheckReader(context);
        RequestRules.Check(request);
        streams.Enter();
        using var end = new StreamEnd(context.CancellationToken, lifetime.ApplicationStopping);
        var messages = new TailWriter(responseStream, request.AfterCursor, options.StallLimit, time, end.Token);
        try
        {
            await streamer.StreamAsync(request, messages, end.Token);
        }
        catch (EntryGoneException)
        {
            throw TailErrors.FellBehind(messages.Cursor);
        }
        // A write to a client that is gone may also throw "the request is complete".
        catch (Exception exception) when (exception is OperationCanceledException
            || (exception is not RpcException && context.CancellationToken.IsCancellationRequested))
        {
            throw end.Reason(messages.Cursor);
        }
        finally
        {
            streams.Leave();
        }
    }

    public override Task<WriteLogResponse> WriteLog(WriteLogRequest request, ServerCallContext context)
    {
        access.CheckWriter(context);
        rules.Check(request);
        var written = writer.Write(request);
        return Task.FromResult(new WriteLogResponse { Cursor = $"{hub.End}", Written = written });
    }
}
