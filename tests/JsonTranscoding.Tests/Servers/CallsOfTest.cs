using Grpc.Core;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests.Servers;

/// <summary>What a test wants the methods of <see cref="CallingService"/> to do.</summary>
public sealed class CallsOfTest
{
    public Func<CallRequest, ServerCallContext, Task<CallResponse>> Run { get; init; } =
        (request, _) => Task.FromResult(new CallResponse { Text = request.Text, Number = request.Number });

    public Func<CallRequest, IServerStreamWriter<CallResponse>, ServerCallContext, Task> Count { get; init; } =
        async (request, stream, _) =>
        {
            for (var number = 1; number <= request.Number; number++)
            {
                await stream.WriteAsync(new CallResponse { Text = request.Text, Number = number });
            }
        };
}
