using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>One entry of metadata: which keys it takes, and how it checks and shows its value.</summary>
/// <remarks>
/// Source: API reference of <c>Metadata.Entry</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.Metadata.Entry.html); "Custom-Metadata" in gRPC over HTTP/2; for
/// the order of the checks and the texts of <c>ToString</c> grpc/grpc-dotnet, test/Grpc.Core.Api.Tests.
/// </remarks>
public sealed class MetadataEntryTests
{
    [Fact]
    public void A_key_is_made_lower_case()
    {
        var entry = new Metadata.Entry("X-Request_Id.1", "abc");

        Assert.Equal("x-request_id.1", entry.Key);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a:b")]
    [InlineData("schlüssel")]
    [InlineData("\u212Aelvin")]
    public void A_key_with_a_character_that_is_not_allowed_is_refused(string key)
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry($"{key}-bin", new byte[] { 1 }));
    }

    [Fact]
    public void The_key_of_bytes_ends_in_bin_and_that_of_a_text_does_not()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", new byte[] { 1 }));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("KEY-BIN", "text"));
    }

    [Fact]
    public void Nothing_may_be_null_and_the_exception_names_the_parameter()
    {
        Assert.Throws<ArgumentNullException>("key", () => new Metadata.Entry(null!, "value"));
        Assert.Throws<ArgumentNullException>("key", () => new Metadata.Entry(null!, new byte[] { 1 }));
        Assert.Throws<ArgumentNullException>("value", () => new Metadata.Entry("key", (string)null!));
        Assert.Throws<ArgumentNullException>("valueBytes", () => new Metadata.Entry("key-bin", (byte[])null!));
        Assert.Throws<ArgumentNullException>(() => new Metadata { (Metadata.Entry)null! });
    }

    [Fact]
    public void A_wrong_suffix_is_told_before_a_missing_value()
    {
        // Throws asks for this very type, and ArgumentNullException is another one.
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key-bin", (string)null!));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", (byte[])null!));
    }

    [Fact]
    public void A_binary_entry_has_bytes_and_no_text()
    {
        var entry = new Metadata.Entry("key" + Metadata.BinaryHeaderSuffix, [1, 2, 3]);

        Assert.True(entry.IsBinary);
        Assert.Equal([1, 2, 3], entry.ValueBytes);
        Assert.Throws<InvalidOperationException>(() => entry.Value);
    }

    [Fact]
    public void A_text_entry_has_a_text_and_its_ascii_bytes()
    {
        var entry = new Metadata.Entry("key", "abc");

        Assert.False(entry.IsBinary);
        Assert.Equal("abc", entry.Value);
        Assert.Equal("abc"u8.ToArray(), entry.ValueBytes);
    }

    [Fact]
    public void The_bytes_of_an_entry_cannot_be_changed_from_outside()
    {
        var given = new byte[] { 1, 2, 3 };
        var entry = new Metadata.Entry("key-bin", given);

        given[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.Equal([1, 2, 3], entry.ValueBytes);
    }

    [Fact]
    public void An_entry_shows_its_key_and_text_and_of_bytes_only_their_type()
    {
        Assert.Equal("[Entry: key=key, value=text]", new Metadata.Entry("Key", "text").ToString());
        Assert.Equal("[Entry: key=key-bin, valueBytes=System.Byte[]]", new Metadata.Entry("Key-bin", [1]).ToString());
    }
}
