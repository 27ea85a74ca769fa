using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Bench.Tail;

/// <summary>What the generated LogServiceBase is, for one method, with one thing changed: a message that goes to many streams is
/// serialized for the first one, and the others get the same bytes.</summary>
/// <remarks>gRPC asks a method's marshaller for the bytes of each message. Here the method is bound by hand, with a marshaller that
/// remembers them (https://grpc.github.io/grpc/csharp/api/Grpc.Core.Marshaller-1.html).</remarks>
[BindServiceMethod(typeof(BytesOnceBase), nameof(Bind))]
internal abstract class BytesOnceBase
{
    private static readonly Method<StreamLogsRequest, StreamLogsResponse> StreamLogsMethod = new(
        MethodType.ServerStreaming,
        "workshop.logs.v1.LogService",
        nameof(StreamLogs),
        Marshallers.Create(request => request.ToByteArray(), StreamLogsRequest.Parser.ParseFrom),
        Marshallers.Create(Write, context => StreamLogsResponse.Parser.ParseFrom(context.PayloadAsReadOnlySequence())));

    // The lab keeps one message for all streams of an entry. Its bytes go when it does.
    private static readonly ConditionalWeakTable<StreamLogsResponse, byte[]> Made = [];

    public static void Bind(ServiceBinderBase binder, BytesOnceBase? service) =>
        binder.AddMethod(StreamLogsMethod, service is null ? null : new ServerStreamingServerMethod<StreamLogsRequest, StreamLogsResponse>(service.StreamLogs));

    public abstract Task StreamLogs(StreamLogsRequest request, IServerStreamWriter<StreamLogsResponse> responseStream, ServerCallContext context);

    private static void Write(StreamLogsResponse message, SerializationContext context) =>
        context.Complete(Made.GetValue(message, static made => made.ToByteArray()));
}
