using System.CommandLine;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>The command <c>send</c>: uploads a file.</summary>
internal static class SendCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("FILE") { Description = "The file to upload." };
        var name = new Option<string?>("--name") { Description = "Its name on the server. Default: its own name.", HelpName = "NAME" };
        var retries = ClientCommand.Retries();
        return ClientCommand.Create(
            "send",
            "Upload a file.",
            async (parsed, options) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                options = options with { Retries = parsed.GetValue(retries) };
                using var file = new OutgoingFile(parsed.GetValue(path)!, parsed.GetValue(name), error);
                await SendAsync(file, options, output, error);
            },
            path,
            name,
            retries);
    }

    private static async Task SendAsync(OutgoingFile file, ClientOptions options, TextWriter output, TextWriter error)
    {
        using var channel = options.Connect();
        var client = new FileService.FileServiceClient(channel);
        var sender = new UploadSender(client, options.Headers);
        var stored = await new ResumingSender(client, sender, options, new Retries(options, error)).SendAsync(file);
        file.EndProgress();
        await output.WriteLineAsync(VisibleText.Of($"Stored {file.Name}, {stored.CommittedSize} bytes, as {stored.FileId}"));
        await output.WriteLineAsync($"SHA-256 {Convert.ToHexStringLower(stored.Sha256.Span)}");
    }
}
