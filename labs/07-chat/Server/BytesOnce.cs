using Google.Protobuf;
using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>Binds the service so that an event that goes to many members is serialized for the first of them; the others get the same bytes.
/// </summary>
/// <remarks>gRPC asks the marshaller of a method for the bytes of each message that it writes
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.Marshaller-1.html). The generated one makes them every time.</remarks>
internal sealed class BytesOnce(ServiceBinderBase binder) : ServiceBinderBase
{
    private static readonly Marshaller<ChatResponse> Responses = Marshallers.Create<ChatResponse>(
        (response, context) => context.Complete(response.Bytes ??= response.ToByteArray()),
        context => ChatResponse.Parser.ParseFrom(context.PayloadAsReadOnlySequence()));

    /// <summary>What <c>MapGrpcService</c> calls: see the attribute of <see cref="ChatCalls"/>.</summary>
    public static void Bind(ServiceBinderBase binder, ChatService.ChatServiceBase? service) =>
        ChatService.BindService(new BytesOnce(binder), service);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        binder.AddMethod(
            new Method<TRequest, TResponse>(
                method.Type, method.ServiceName, method.Name, method.RequestMarshaller, Responses as Marshaller<TResponse> ?? method.ResponseMarshaller),
            handler);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) => binder.AddMethod(method, handler);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) => binder.AddMethod(method, handler);
}
