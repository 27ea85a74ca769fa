using System.Text.Json;
using Workshop.ServiceDefaults;

namespace Workshop.Transcoding;

/// <summary>Reads a log that REST sends: a line of JSON for each message.</summary>
internal static class LogLines
{
    /// <summary>Prints each entry when it comes.</summary>
    /// <exception cref="CommandException">The server broke the log off, or its end did not come.</exception>
    public static async Task PrintAsync(TextReader lines, TextWriter output)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("entry", out var entry))
            {
                await output.WriteLineAsync(VisibleText.Of($"{entry.GetProperty("severity")} {entry.GetProperty("message")}"));
            }
            else if (message.RootElement.TryGetProperty("end", out _))
            {
                return;
            }
            else if (message.RootElement.TryGetProperty("code", out var code))
            {
                // The HTTP status was sent before the first line, and it was 200: an error is a line like the others.
                throw new CommandException($"The server broke off with code {code}: {message.RootElement.GetProperty("message")}");
            }
        }

        throw new CommandException("The log is not whole: its end did not come. Ask for it again.");
    }
}
