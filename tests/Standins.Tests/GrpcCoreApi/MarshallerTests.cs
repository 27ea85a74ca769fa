using System.Buffers;
using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>What marshallers make of the functions that they are given, and what a context does by default.</summary>
/// <remarks>
/// Source: API reference of <c>Marshaller</c>, <c>DeserializationContext</c> and <c>SerializationContext</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.SerializationContext.html: "Calling this method is optional");
/// grpc/grpc issue 19470 for contextual functions, which do not serve as functions on arrays.
/// </remarks>
public sealed class MarshallerTests
{
    [Fact]
    public void Text_comes_back_as_it_was()
    {
        var bytes = Marshallers.StringMarshaller.Serializer("Zoë");

        Assert.Equal("Zoë", Marshallers.StringMarshaller.Deserializer(bytes));
    }

    [Fact]
    public void Functions_on_arrays_serve_as_contextual_ones()
    {
        var written = new RecordingContext();

        Marshallers.StringMarshaller.ContextualSerializer("abc", written);
        var read = Marshallers.StringMarshaller.ContextualDeserializer(new ArrayContext("abc"u8.ToArray()));

        Assert.Equal("abc"u8.ToArray(), written.Payload);
        Assert.Equal("abc", read);
    }

    [Fact]
    public void Contextual_functions_do_not_serve_as_functions_on_arrays()
    {
        var marshaller = Marshallers.Create<string>((_, context) => context.Complete(), context => "");

        Assert.Throws<NotImplementedException>(() => marshaller.Serializer("abc"));
        Assert.Throws<NotImplementedException>(() => marshaller.Deserializer([]));
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        Assert.Throws<ArgumentNullException>(() => Marshallers.Create((Func<string, byte[]>)null!, bytes => ""));
        Assert.Throws<ArgumentNullException>(() => Marshallers.Create((string text) => [], null!));
    }

    [Fact]
    public void A_context_that_overrides_nothing_gives_and_takes_nothing()
    {
        var serialization = new EmptySerializationContext();
        var deserialization = new EmptyDeserializationContext();

        Assert.Throws<NotImplementedException>(serialization.Complete);
        Assert.Throws<NotImplementedException>(() => serialization.Complete([]));
        Assert.Throws<NotImplementedException>(serialization.GetBufferWriter);
        Assert.Throws<NotImplementedException>(deserialization.PayloadAsNewBuffer);
        Assert.Throws<NotImplementedException>(() => deserialization.PayloadAsReadOnlySequence());
    }

    [Fact]
    public void Announcing_the_length_does_nothing_by_default()
    {
        var context = new RecordingContext();

        context.SetPayloadLength(7);
        Marshallers.StringMarshaller.ContextualSerializer("abc", context);

        Assert.Equal("abc"u8.ToArray(), context.Payload);
    }

    [Fact]
    public void A_method_knows_its_path()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "workshop.v1.Service", "Do", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        Assert.Equal("/workshop.v1.Service/Do", method.FullName);
        Assert.Equal("workshop.v1.Service", method.ServiceName);
        Assert.Equal("Do", method.Name);
        Assert.Equal(MethodType.Unary, method.Type);
    }

    private sealed class RecordingContext : SerializationContext
    {
        public byte[]? Payload { get; private set; }

        public override void Complete(byte[] payload) => Payload = payload;
    }

    private sealed class ArrayContext(byte[] payload) : DeserializationContext
    {
        public override int PayloadLength => payload.Length;

        public override byte[] PayloadAsNewBuffer() => payload;

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(payload);
    }

    private sealed class EmptySerializationContext : SerializationContext;

    private sealed class EmptyDeserializationContext : DeserializationContext
    {
        public override int PayloadLength => 0;
    }
}
