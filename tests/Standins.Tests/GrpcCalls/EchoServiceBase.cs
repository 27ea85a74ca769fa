using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCalls;

/// <summary>The base of the service, as a code generator would write it.</summary>
[BindServiceMethod(typeof(EchoServiceBase), nameof(BindService))]
internal abstract class EchoServiceBase
{
    public static void BindService(ServiceBinderBase binder, EchoServiceBase? service)
    {
        // Without an object there are no handlers: the server makes one for each call, and finds its methods by name.
        binder.AddMethod(
            EchoMethods.Upper, service is null ? null : new UnaryServerMethod<string, string>(service.Upper));
        binder.AddMethod(
            EchoMethods.Join, service is null ? null : new ClientStreamingServerMethod<string, string>(service.Join));
        binder.AddMethod(
            EchoMethods.Split, service is null ? null : new ServerStreamingServerMethod<string, string>(service.Split));
        binder.AddMethod(
            EchoMethods.Chat, service is null ? null : new DuplexStreamingServerMethod<string, string>(service.Chat));
    }

    public abstract Task<string> Upper(string request, ServerCallContext context);

    public abstract Task<string> Join(IAsyncStreamReader<string> requestStream, ServerCallContext context);

    public abstract Task Split(
        string request, IServerStreamWriter<string> responseStream, ServerCallContext context);

    public abstract Task Chat(
        IAsyncStreamReader<string> requestStream,
        IServerStreamWriter<string> responseStream,
        ServerCallContext context);
}
