using System.Security.Cryptography;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>The command <c>get</c>: downloads a file.</summary>
public static class GetCommand
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        ClientCommand.RunAsync(
            () => ClientOptions.Parse(args, "ID", "FILE"), options => GetAsync(options, output, error), Usage.Get, error);

    private static async Task GetAsync(ClientOptions options, TextWriter output, TextWriter error)
    {
        var (id, path) = (options.Arguments[0], options.Arguments[1]);
        if (Path.Exists(path))
        {
            throw new IOException($"{path} exists already: choose another name, or remove it.");
        }

        using var channel = options.Connect();
        var client = new FileService.FileServiceClient(channel);
        var found = await client.GetFileAsync(
            new GetFileRequest { FileId = id }, options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline);
        using var call = client.DownloadFile(
            new DownloadFileRequest { FileId = id }, options.Headers, DateTime.UtcNow + ClientOptions.TransferDeadline);
        var part = $"{path}.part";
        try
        {
            var digest = await ReceiveAsync(call.ResponseStream, part, new TransferProgress(error, found.File.Size));
            if (!digest.AsSpan().SequenceEqual(found.File.Sha256.Span))
            {
                throw new IOException("What was received has another SHA-256 than what was stored: try again.");
            }

            File.Move(part, path, overwrite: false);
        }
        finally
        {
            File.Delete(part);
        }

        await output.WriteLineAsync($"Received {found.File.Name}, {found.File.Size} bytes, as {path}");
    }

    private static async Task<byte[]> ReceiveAsync(
        IAsyncStreamReader<DownloadFileResponse> responses, string path, TransferProgress progress)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        long size = 0;
        try
        {
            await foreach (var chunk in responses.ReadAllAsync())
            {
                RandomAccess.Write(file, chunk.Data.Span, size);
                hash.AppendData(chunk.Data.Span);
                size += chunk.Data.Length;
                progress.Report(size);
            }
        }
        finally
        {
            progress.End();
        }

        return hash.GetHashAndReset();
    }
}
