using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Workshop.Wire;

namespace Workshop.Schema.Tests.Wire;

public sealed class WireDumpTests
{
    private const int Inputs = 10_000;
    private const byte NestedTypeTag = (DescriptorProto.NestedTypeFieldNumber << 3) | 2;

    // Of the documents that this workshop judges: it is said to be a user, and is no message.
    private const string DumpOfTheDocuments =
        "08 C0 C4 07 12 08 6A 6F 68 6E 5F 64 6F 65 1A 11 6A 6F 68 6E 40 65 78 61 6D 70 6C 65 2E 63 6F 6D 20 01 2A 0A 08 80 C4 07 10 00";

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(
        ArbMap.Default.GeneratorFor<byte[]>(),
        Gen.Elements<byte[]>(Sample.Messages).SelectMany(Mutated));

    [Fact]
    public void Accepts_of_random_and_mutated_bytes_exactly_what_Google_Protobuf_accepts()
    {
        var accepted = 0;
        foreach (var bytes in Bytes.Sample(Inputs, 60))
        {
            var unknown = WireDump.Of(bytes);
            var typed = WireDump.Of(bytes, Sample.Type);

            AssertAccepted(Empty.Parser, bytes, unknown);
            AssertAccepted(DescriptorProto.Parser, bytes, typed);
            Assert.InRange(typed.Problem?.Offset ?? 0, 0, bytes.Length);
            Assert.NotEmpty(typed.ToString());
            accepted += typed.Problem is null && bytes.Length > 0 ? 1 : 0;
        }

        // Else nothing of what is accepted was seen.
        Assert.InRange(accepted, Inputs / 50, Inputs - (Inputs / 10));
    }

    [Fact]
    public async Task Accepts_what_protoc_accepts()
    {
        var protoc = Protoc.Find()!;
        var accepted = 0;
        foreach (var bytes in Bytes.Sample(40, 60))
        {
            var (raw, _, _) = await protoc.RunAsync(["--decode_raw"], bytes, TestContext.Current.CancellationToken);
            var (typed, _, _) = await protoc.RunAsync(
                ["--decode=google.protobuf.DescriptorProto", "google/protobuf/descriptor.proto"], bytes, TestContext.Current.CancellationToken);

            Assert.True(raw != 0 || WireDump.Of(bytes).Problem is null, HexText.Of(bytes));
            Assert.True(typed != 0 || WireDump.Of(bytes, Sample.Type).Problem is null, HexText.Of(bytes));
            accepted += typed == 0 ? 1 : 0;
        }

        Assert.NotEqual(0, accepted);
    }

    [Fact]
    public void Says_where_the_dump_of_the_documents_stops_to_be_a_message()
    {
        var dump = WireDump.Of(HexText.Parse(DumpOfTheDocuments).Bytes);

        Assert.Equal(
            """
               0  08 c0 c4 07                1 ?             VARINT 123456
               4  12 08 6a 6f 68 6e 5f …     2 ? (8 bytes)   LEN    "john_doe"
              14  1a 11 6a 6f 68 6e 40 …     3 ? (17 bytes)  LEN    "john@example.com "
              33  no message: a tag with the field number 0: numbers begin at 1

            """,
            dump.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("08", 1, "does not end")]
    [InlineData("08 ff ff ff ff ff ff ff ff ff ff 01", 1, "more than 10 bytes")]
    [InlineData("0a 05 61", 1, "a length of 5 bytes, and 1 are left")]
    [InlineData("00 01", 0, "field number 0")]
    [InlineData("0e 01", 0, "wire type 6")]
    [InlineData("08 01 0c", 2, "the end of group 1, which has not begun")]
    [InlineData("0b 08 01", 3, "group 1 is still open")]
    [InlineData("0b 14", 1, "the end of group 2 within group 1")]
    [InlineData("0d 01 02", 1, "2 bytes where I32 has 4")]
    public void Names_the_byte_that_is_wrong(string hex, int offset, string text)
    {
        var problem = WireDump.Of(HexText.Parse(hex).Bytes).Problem;

        Assert.Equal(offset, problem?.Offset);
        Assert.Contains(text, problem?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_packed_elements_maps_negative_numbers_and_fields_of_another_type()
    {
        var location = new SourceCodeInfo.Types.Location { Path = { 4, 300 }, LeadingComments = "a\nb" };
        var packed = WireDump.Of(location.ToByteArray(), SourceCodeInfo.Types.Location.Descriptor).ToString();
        var map = WireDump.Of(new Struct { Fields = { ["x"] = Value.ForNumber(1.5) } }.ToByteArray(), Struct.Descriptor).ToString();
        var negative = WireDump.Of(new Timestamp { Seconds = -1 }.ToByteArray(), Timestamp.Descriptor).ToString();
        var other = WireDump.Of(HexText.Parse("0a 02 68 69").Bytes, Timestamp.Descriptor).ToString();

        Assert.Contains("packed int32", packed, StringComparison.Ordinal);
        Assert.Contains("[1]", packed, StringComparison.Ordinal);
        Assert.Contains("300", packed, StringComparison.Ordinal);
        Assert.Contains("\"a\\nb\"", packed, StringComparison.Ordinal);
        Assert.Contains("1 key (1 byte)", map, StringComparison.Ordinal);
        Assert.Contains("I64    1.5", map, StringComparison.Ordinal);
        Assert.Contains("VARINT -1", negative, StringComparison.Ordinal);
        Assert.Contains("unknown: seconds is int64 and would be VARINT", other, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_messages_that_lie_too_deep_in_one_another()
    {
        static byte[] Nested(int depth) => Enumerable.Range(0, depth).Aggregate(Array.Empty<byte>(), (inner, _) => [NestedTypeTag, .. Varint(inner.Length), .. inner]);

        foreach (var depth in (int[])[98, 99, 100, 101])
        {
            var bytes = Nested(depth);

            AssertAccepted(DescriptorProto.Parser, bytes, WireDump.Of(bytes, Sample.Type));
        }
    }

    [Theory]
    [InlineData("08 c0,C4-07", 4, "")]
    [InlineData("0x08, 0xc0", 2, "")]
    [InlineData("08 g", 0, "'g'")]
    [InlineData("08 c", 0, "3 hex digits")]
    public void Reads_bytes_as_people_write_them(string text, int count, string problem)
    {
        var (bytes, why) = HexText.Parse(text);

        Assert.Equal(count, bytes?.Length ?? 0);
        Assert.Contains(problem, why, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_JSON_as_Google_Protobuf_does()
    {
        var message = new Value { StructValue = new Struct { Fields = { ["a"] = Value.ForBool(true) } } };
        var field = new FieldDescriptorProto { Name = "x", Number = 3, Type = FieldDescriptorProto.Types.Type.Sint64, OneofIndex = 0 };

        Assert.Equal(
            message.ToByteArray(), JsonMessage.ToBytes("""{"structValue":{"fields":{"a":{"boolValue":true}}}}""", Value.Descriptor));
        Assert.Equal(
            field.ToByteArray(), JsonMessage.ToBytes("""{"name":"x","number":3,"type":"TYPE_SINT64","oneofIndex":0}""", FieldDescriptorProto.Descriptor));
        Assert.Contains(
            "has no field 'nme'",
            Assert.Throws<FormatException>(() => JsonMessage.ToBytes("""{"nme":"x"}""", FieldDescriptorProto.Descriptor)).Message,
            StringComparison.Ordinal);
    }

    private static byte[] Varint(int value) => value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. Varint(value >> 7)];

    // Google.Protobuf accepts the bytes if the dump does.
    private static void AssertAccepted(MessageParser parser, byte[] bytes, WireDump dump)
    {
        var isAccepted = true;
        try
        {
            parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException refusal) when (refusal.InnerException is DecoderFallbackException)
        {
            // Version 3.36 ends at a string that is not UTF-8, and 3.25 does not. To the wire format it is in order: the dump says what the
            // string is, and goes on.
            return;
        }
        catch (InvalidProtocolBufferException)
        {
            isAccepted = false;
        }

        Assert.True(isAccepted == (dump.Problem is null), $"{dump.Problem} in {HexText.Of(bytes)}");
    }

    // Cut off, or with a byte changed, or with both.
    private static Gen<byte[]> Mutated(byte[] message) =>
        from cut in Gen.Choose(0, 2)
        from length in Gen.Choose(0, message.Length)
        from place in Gen.Choose(0, message.Length - 1)
        from value in Gen.Choose(0, 255)
        from change in Gen.Choose(0, 1)
        select Mutate([.. message], cut == 0 ? length : message.Length, change == 0 ? null : place, (byte)value);

    private static byte[] Mutate(byte[] message, int length, int? place, byte value)
    {
        if (place is { } changed)
        {
            message[changed] = value;
        }

        return message[..length];
    }
}
