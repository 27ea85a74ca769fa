using System.Text;
using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCalls;

/// <summary>The methods of a service of text messages, as a code generator would write them.</summary>
internal static class EchoMethods
{
    private const string ServiceName = "workshop.standins.v1.EchoService";

    /// <summary>Works on the transport's buffers, as generated code does.</summary>
    private static readonly Marshaller<string> Buffered = Marshallers.Create(
        (string text, SerializationContext context) =>
        {
            context.SetPayloadLength(Encoding.UTF8.GetByteCount(text));
            Encoding.UTF8.GetBytes(text, context.GetBufferWriter());
            context.Complete();
        },
        context => Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence()));

    public static readonly Method<string, string> Upper =
        new(MethodType.Unary, ServiceName, nameof(Upper), Buffered, Marshallers.StringMarshaller);

    public static readonly Method<string, string> Join =
        new(MethodType.ClientStreaming, ServiceName, nameof(Join), Marshallers.StringMarshaller, Buffered);

    public static readonly Method<string, string> Split =
        new(MethodType.ServerStreaming, ServiceName, nameof(Split), Buffered, Buffered);

    public static readonly Method<string, string> Chat =
        new(MethodType.DuplexStreaming, ServiceName, nameof(Chat), Buffered, Marshallers.StringMarshaller);
}
