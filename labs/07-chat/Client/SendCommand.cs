using System.CommandLine;
using Grpc.Core;
using Workshop.Chat.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>The command <c>send</c>: says something in a room, without being in it.</summary>
internal static class SendCommand
{
    public static Command Create(TextReader? input)
    {
        var room = MemberCommand.Room();
        var texts = new Argument<string[]>("TEXT")
        {
            Description = "What to say, each text in quotation marks. Without a text: each line of standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        return MemberCommand.Create(
            "send",
            "Say something in a room, without being in it.",
            (parsed, client, options) => SendAsync(
                client,
                options,
                parsed.GetValue(room)!,
                parsed.GetValue(texts) is { Length: > 0 } given ? given : Lines(input ?? Console.In),
                parsed.InvocationConfiguration.Output),
            room,
            texts);
    }

    private static async Task SendAsync(
        ChatService.ChatServiceClient client, ClientOptions options, string room, IEnumerable<string> texts, TextWriter output)
    {
        using var call = client.SendMessages(options.Headers);
        foreach (var text in texts)
        {
            try
            {
                await call.RequestStream.WriteAsync(new SendMessagesRequest { Room = room, Text = text });
            }
            catch (Exception exception) when (exception is RpcException or InvalidOperationException or IOException)
            {
                // The server has refused. Why, the response says.
                await call.ResponseAsync;
                throw;
            }
        }

        await call.RequestStream.CompleteAsync();
        var summary = await call.ResponseAsync;
        await output.WriteLineAsync($"{summary.Said} said, as the events {summary.FirstSeq} to {summary.LastSeq} of the room.");
    }

    private static IEnumerable<string> Lines(TextReader input)
    {
        while (input.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
