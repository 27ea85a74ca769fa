using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>The command <c>send</c>: uploads a file.</summary>
public static class SendCommand
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        ClientCommand.RunAsync(
            () => ClientOptions.Parse(args, "FILE"), options => SendAsync(options, output, error), Usage.Send, error);

    private static async Task SendAsync(ClientOptions options, TextWriter output, TextWriter error)
    {
        using var file = new OutgoingFile(options.Arguments[0], options.Name);
        using var channel = options.Connect();
        var client = new FileService.FileServiceClient(channel);
        var progress = new TransferProgress(error, file.Size);
        var sender = new UploadSender(client, options.Headers, progress);
        UploadFileResponse stored;
        try
        {
            stored = await new ResumingSender(client, sender, options, error).SendAsync(file);
        }
        finally
        {
            progress.End();
        }

        await output.WriteLineAsync($"Stored {file.Name}, {stored.CommittedSize} bytes, as {stored.FileId}");
        await output.WriteLineAsync($"SHA-256 {Convert.ToHexStringLower(stored.Sha256.Span)}");
    }
}
