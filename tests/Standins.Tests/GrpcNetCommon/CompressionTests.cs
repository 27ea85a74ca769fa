using System.IO.Compression;
using System.Text;
using Grpc.Net.Compression;

namespace Workshop.Standins.Tests.GrpcNetCommon;

/// <summary>The two compression providers and what they write.</summary>
/// <remarks>
/// Source: "gRPC Compression" (https://github.com/grpc/grpc/blob/master/doc/compression.md); RFC 1952 for gzip, RFC
/// 1950 for what gRPC calls deflate.
/// </remarks>
public sealed class CompressionTests
{
    private static readonly byte[] Message = Encoding.UTF8.GetBytes(new string('a', 10_000));

    public static TheoryData<ICompressionProvider, CompressionLevel?> Providers => new()
    {
        { new GzipCompressionProvider(CompressionLevel.Fastest), null },
        { new GzipCompressionProvider(CompressionLevel.NoCompression), CompressionLevel.SmallestSize },
        { new DeflateCompressionProvider(CompressionLevel.Fastest), null },
        { new DeflateCompressionProvider(CompressionLevel.NoCompression), CompressionLevel.SmallestSize },
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_message_comes_back_as_it_was_and_travels_smaller(
        ICompressionProvider provider, CompressionLevel? level)
    {
        using var compressed = Compress(provider, level);

        using var decompressed = new MemoryStream();
        using (var stream = provider.CreateDecompressionStream(compressed))
        {
            stream.CopyTo(decompressed);
        }

        Assert.Equal(Message, decompressed.ToArray());
        Assert.InRange(compressed.Length, 1, Message.Length / 10);
    }

    [Fact]
    public void The_default_level_is_used_where_none_is_asked_for()
    {
        using var compressed = Compress(new GzipCompressionProvider(CompressionLevel.NoCompression), null);

        Assert.True(compressed.Length > Message.Length);
    }

    [Fact]
    public void The_names_and_first_bytes_are_those_of_the_wire()
    {
        var gzip = new GzipCompressionProvider(CompressionLevel.Optimal);
        var deflate = new DeflateCompressionProvider(CompressionLevel.Optimal);

        using var gzipped = Compress(gzip, null);
        using var deflated = Compress(deflate, null);

        Assert.Equal("gzip", gzip.EncodingName);
        Assert.Equal([0x1f, 0x8b], gzipped.ToArray()[..2]);
        Assert.Equal("deflate", deflate.EncodingName);
        // The header of the zlib format: method 8 in the low half, and a multiple of 31 as a whole.
        Assert.Equal(8, deflated.ToArray()[0] & 0xf);
        Assert.Equal(0, ((deflated.ToArray()[0] << 8) + deflated.ToArray()[1]) % 31);
    }

    /// <summary>Compresses the message; the stream must be left open to be read.</summary>
    private static MemoryStream Compress(ICompressionProvider provider, CompressionLevel? level)
    {
        var compressed = new MemoryStream();
        using (var stream = provider.CreateCompressionStream(compressed, level))
        {
            stream.Write(Message);
        }

        compressed.Position = 0;
        return compressed;
    }
}
