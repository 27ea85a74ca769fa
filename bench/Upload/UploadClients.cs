using System.Net;
using System.Security.Cryptography;
using Grpc.Net.Client;
using Workshop.Files.V1;
using Workshop.Upload;

namespace Workshop.Bench.Upload;

/// <summary>The clients that are compared: each reads the file, sends it, and, where the server hashes, hashes too and
/// compares.</summary>
internal static class UploadClients
{
    private const int BufferBytes = 64 * 1024;

    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The solution's own command <c>send</c>, with its own chunks.</summary>
    public static async Task SendAsync(Uri server, string file)
    {
        var error = new StringWriter();
        if (await UploadCommandLine.RunAsync(["send", file, "--server", $"{server}"], TextWriter.Null, error) != 0)
        {
            throw new InvalidOperationException($"{error}");
        }
    }

    /// <summary>The same messages with chunks of another size, in bytes.</summary>
    public static async Task SendAsync(Uri server, string file, int chunkBytes)
    {
        using var channel = GrpcChannel.ForAddress(server);
        await using var stream = Open(file);
        await ChunkedUpload.SendAsync(
            new FileService.FileServiceClient(channel), Path.GetFileName(file), stream, chunkBytes, CancellationToken.None);
    }

    /// <summary>The same messages as <c>send</c>, by a channel that stays open.</summary>
    public static async Task SendAsync(GrpcChannel channel, string file)
    {
        await using var stream = Open(file);
        await ChunkedUpload.SendAsync(
            new FileService.FileServiceClient(channel), Path.GetFileName(file), stream, BufferBytes, CancellationToken.None);
    }

    public static async Task PutAsync(Uri server, string file, bool hashes)
    {
        using var hash = hashes ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        await using var stream = Open(file);
        using var body = new HashedBody(stream, hash);
        using var response = await Http.PutAsync(new Uri(server, $"{Guid.NewGuid()}"), body);
        response.EnsureSuccessStatusCode();
        if (hash is not null && await response.Content.ReadAsStringAsync() != Convert.ToHexStringLower(hash.GetHashAndReset()))
        {
            throw new InvalidOperationException("What was stored is not what was sent.");
        }
    }

    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    private sealed class HashedBody(FileStream file, IncrementalHash? hash) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var buffer = new byte[BufferBytes];
            while (file.Read(buffer) is > 0 and var read)
            {
                var sending = stream.WriteAsync(buffer.AsMemory(0, read));
                hash?.AppendData(buffer, 0, read);
                await sending;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = file.Length;
            return true;
        }
    }
}
