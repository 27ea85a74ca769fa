using System.CommandLine;
using System.Text.Json;

namespace Workshop.Transcoding;

/// <summary>The command <c>size</c>: how long a file is.</summary>
internal static class SizeCommand
{
    public static Command Create() => RestCommand.Create(
        "size",
        "Print the length of a file, in bytes, as REST says it.",
        new Argument<string>("ID") { Description = "The file, such as f1." },
        id => $"/v1/files/{id}",
        async (body, output) =>
        {
            using var file = await JsonDocument.ParseAsync(body).WaitAsync(RestCommand.Limit);
            await output.WriteLineAsync(FormattableString.Invariant($"{RestJson.SizeOf(file.RootElement)} bytes"));
        });
}
