using Workshop.Harness;
using Workshop.Logs.V1;
using Workshop.Tail;

namespace Workshop.Checks;

/// <summary>Starts the lab's server for a check, and shows what it streams.</summary>
internal static class TailStart
{
    /// <summary>Starts the lab's server with settings of the checks.</summary>
    public static async Task<(Tailing Recorded, Tailing Unrecorded)> StartAsync(LabCheck check, params string[] args)
    {
        var calls = await check.StartAsync(
            TailApp.Create,
            [
                "--Tail:Epoch=e1", "--Tail:Heartbeat=00:01:00", "--Tail:Coalesce=00:00:00", "--Tail:ConsoleLevel=Fatal", .. args,
            ]);
        return (new Tailing(check, calls), new Tailing(check, check.Unrecorded));
    }

    public static async Task NoteAsync(LabCheck check, Tailing tail, string key, StreamLogsRequest request) =>
        check.Note(key, Show(await tail.ReadAsync(request)));

    /// <summary>A stream in short: the texts of entries, and the names of other messages.</summary>
    public static string Show(IEnumerable<StreamLogsResponse> messages)
    {
        var shown = messages.Select(message => message.EventCase switch
        {
            StreamLogsResponse.EventOneofCase.Entry when message.Entry.Message.Length > 100 => "(a long entry)",
            StreamLogsResponse.EventOneofCase.Entry => message.Entry.Message,
            StreamLogsResponse.EventOneofCase.Gap => $"(gap: {(message.Gap.HasDropped ? message.Gap.Dropped : "?")})",
            StreamLogsResponse.EventOneofCase.CaughtUp => "(caught up)",
            _ => $"({message.EventCase})",
        });
        return string.Join(", ", shown);
    }
}
