using System.IO.Compression;
using Grpc.Net.Compression;

namespace Workshop.Errors.Tour;

/// <summary>Says that it compresses, and leaves every message as it is.</summary>
/// <param name="name">The name that it claims, in the header <c>grpc-encoding</c>.</param>
internal sealed class BrokenCompression(string name) : ICompressionProvider
{
    // With this header, a client of grpc-dotnet compresses its requests; it is not sent.
    private const string RequestEncodingHeader = "grpc-internal-encoding-request";

    public string EncodingName => name;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) => new Untouched(stream);

    public Stream CreateDecompressionStream(Stream stream) => stream;

    /// <summary>Calls a server with a request that is compressed by this name.</summary>
    public static Task CallAsync(Uri server, string name) => Surroundings.EndCallAsync(
        server,
        new() { Message = "not compressed" },
        new() { { RequestEncodingHeader, name } },
        options => options.CompressionProviders = [new BrokenCompression(name)]);

    // The library disposes what it gets, and then takes what was written to its own.
    private sealed class Untouched(Stream stream) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (CanRead)
            {
                WriteTo(stream);
            }

            base.Dispose(disposing);
        }
    }
}
