using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Compression that is called deflate on the wire.</summary>
/// <remarks>
/// It is the zlib format (RFC 1950), and not bare deflate data (RFC 1951).
/// Source: "Compression" of the gRPC documentation, "Deflate Compression".
/// </remarks>
/// <param name="defaultCompressionLevel">The level where none is asked for.</param>
public sealed class DeflateCompressionProvider(CompressionLevel defaultCompressionLevel) : ICompressionProvider
{
    public string EncodingName => "deflate";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new ZLibStream(stream, compressionLevel ?? defaultCompressionLevel, leaveOpen: true);

    public Stream CreateDecompressionStream(Stream stream) =>
        new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true);
}
