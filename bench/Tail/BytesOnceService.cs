using Grpc.Core;
using Workshop.Logs.V1;
using Workshop.Tail;

namespace Workshop.Bench.Tail;

/// <summary>The service of lab 03, bound by <see cref="BytesOnceBase"/>.</summary>
internal sealed class BytesOnceService(IServiceProvider services) : BytesOnceBase
{
    private readonly LogService.LogServiceBase _solution = (LogService.LogServiceBase)ActivatorUtilities.CreateInstance(
        services, typeof(TailApp).Assembly.GetType("Workshop.Tail.TailService", throwOnError: true)!);

    public override Task StreamLogs(StreamLogsRequest request, IServerStreamWriter<StreamLogsResponse> responseStream, ServerCallContext context) =>
        _solution.StreamLogs(request, responseStream, context);
}
