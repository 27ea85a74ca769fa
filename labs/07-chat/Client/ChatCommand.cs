using System.CommandLine;
using Workshop.Chat.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>The command <c>chat</c>: talks in a room.</summary>
internal static class ChatCommand
{
    public static Command Create(TextReader? input, ITerminal? terminal)
    {
        var room = MemberCommand.Room();
        var history = new Option<int>("--history")
        {
            Description = "Begin with this many of the newest events.",
            HelpName = "COUNT",
            DefaultValueFactory = _ => 20,
        };
        history.Validators.Add(ClientCommand.RequireNotNegative);
        return MemberCommand.Create(
            "chat",
            "Talk in a room. /who shows who is here, /leave or Ctrl+C ends.",
            (parsed, client, options) => TalkAsync(
                client,
                options,
                parsed.GetValue(room)!,
                parsed.GetValue(history),
                input,
                terminal ?? (input is null ? SystemTerminal.Open() : null),
                parsed.InvocationConfiguration.Output),
            room,
            history);
    }

    private static async Task TalkAsync(
        ChatService.ChatServiceClient client,
        ClientOptions options,
        string room,
        int history,
        TextReader? input,
        ITerminal? terminal,
        TextWriter output)
    {
        using var leave = new LeaveKey();
        await using var atTerminal = terminal is null ? null : new TerminalUser(terminal);
        var user = atTerminal ?? (IUser)new PlainUser(input ?? Console.In, output);
        await new Conversation(client, options, user, room, history, leave.Token).RunAsync();
    }
}
