using System.CommandLine;
using System.Security.Cryptography;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>The command <c>get</c>: downloads a file.</summary>
internal static class GetCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The file's id, as send and list show it." };
        var path = new Argument<string>("FILE") { Description = "Where to write it. It must not exist yet." };
        return ClientCommand.Create(
            "get",
            "Download a file.",
            (parsed, options) => GetAsync(
                parsed.GetValue(id)!,
                parsed.GetValue(path)!,
                options,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error),
            id,
            path);
    }

    private static async Task GetAsync(string id, string path, ClientOptions options, TextWriter output, TextWriter error)
    {
        if (Path.Exists(path))
        {
            throw new CommandException($"{path} exists already: choose another name, or remove it.");
        }

        using var channel = options.Connect();
        var client = new FileService.FileServiceClient(channel);
        var found = await client.GetFileAsync(
            new GetFileRequest { FileId = id }, options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline);
        using var call = client.DownloadFile(
            new DownloadFileRequest { FileId = id }, options.Headers, DateTime.UtcNow + Deadlines.Transfer);
        var part = $"{path}.part";
        try
        {
            var digest = await ReceiveAsync(call.ResponseStream, part, new TransferProgress(error, found.File.Size));
            if (!digest.AsSpan().SequenceEqual(found.File.Sha256.Span))
            {
                throw new CommandException("The SHA-256 of the received bytes is not that of the stored file: try again.");
            }

            File.Move(part, path, overwrite: false);
        }
        finally
        {
            File.Delete(part);
        }

        await output.WriteLineAsync(VisibleText.Of($"Received {found.File.Name}, {found.File.Size} bytes, as {path}"));
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
