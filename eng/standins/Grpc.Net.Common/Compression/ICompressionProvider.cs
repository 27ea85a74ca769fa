using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Compresses and decompresses messages.</summary>
public interface ICompressionProvider
{
    /// <summary>The name on the wire, in <c>grpc-encoding</c> and <c>grpc-accept-encoding</c>.</summary>
    string EncodingName { get; }

    /// <summary>Gives a stream that writes what it is given to another one, compressed.</summary>
    /// <param name="stream">Takes the compressed bytes. It stays open.</param>
    /// <param name="compressionLevel">The level; null for the provider's default.</param>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>Gives a stream to read the decompressed bytes of another one from.</summary>
    Stream CreateDecompressionStream(Stream stream);
}
