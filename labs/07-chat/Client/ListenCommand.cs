using System.CommandLine;
using Grpc.Core;
using Workshop.Chat.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>The command <c>listen</c>: shows what happens in a room, without being in it.</summary>
internal static class ListenCommand
{
    public static Command Create()
    {
        var room = MemberCommand.Room();
        var history = new Option<int>("--history") { Description = "Begin with this many of the newest events.", HelpName = "COUNT" };
        history.Validators.Add(ClientCommand.RequireNotNegative);
        return MemberCommand.Create(
            "listen",
            "Show what happens in a room, without being in it.",
            (parsed, client, options) => ListenAsync(
                client,
                options,
                new SubscribeRequest { Room = parsed.GetValue(room), History = parsed.GetValue(history) },
                parsed.InvocationConfiguration.Output),
            room,
            history);
    }

    private static async Task ListenAsync(
        ChatService.ChatServiceClient client, ClientOptions options, SubscribeRequest request, TextWriter output)
    {
        var (view, lines, failures) = (new RoomView(), new EventLines(isColoured: false), 0);
        while (true)
        {
            try
            {
                request.Resume = view.Resume;
                using var call = client.Subscribe(request, options.Headers);
                await foreach (var response in call.ResponseStream.ReadAllAsync())
                {
                    view.Add(response.Event);
                    failures = 0;
                    await output.WriteLineAsync(lines.Of(response.Event));
                }

                return;
            }
            catch (RpcException failure) when (StreamRetries.Delay(failure, ++failures, options.Retries) is { } delay)
            {
                await output.WriteLineAsync(RetrySentence.Of(failure));
                await Task.Delay(delay);
            }
        }
    }
}
