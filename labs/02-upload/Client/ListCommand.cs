using System.CommandLine;
using System.Globalization;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>The command <c>list</c>: lists what is stored, a line per file.</summary>
internal static class ListCommand
{
    public static Command Create() => ClientCommand.Create(
        "list", "List what is stored, a line per file.", (parsed, options) => ListAsync(options, parsed.InvocationConfiguration.Output));

    private static async Task ListAsync(ClientOptions options, TextWriter output)
    {
        using var channel = options.Connect();
        var client = new FileService.FileServiceClient(channel);
        var request = new ListFilesRequest();
        do
        {
            var page = await client.ListFilesAsync(request, options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline);
            foreach (var file in page.Files)
            {
                await output.WriteLineAsync(VisibleText.Of(
                    string.Create(CultureInfo.InvariantCulture, $"{file.FileId}  {file.Size,14:N0}  {file.Name}")));
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }
}
