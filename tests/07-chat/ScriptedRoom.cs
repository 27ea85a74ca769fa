using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Checks;

/// <summary>The server for the checks of the client.</summary>
/// <param name="script">What a session does after <c>join</c> has come: gets what the client sends, and sends events.</param>
internal sealed class ScriptedRoom(Func<ScriptedRoom.Call, Task> script) : ChatService.ChatServiceBase
{
    /// <summary>How many calls came.</summary>
    public int Calls { get; private set; }

    public override async Task Chat(
        IAsyncStreamReader<ChatRequest> requestStream, IServerStreamWriter<ChatResponse> responseStream, ServerCallContext context)
    {
        var call = new Call(requestStream, responseStream, context, ++Calls);
        await call.ReadAsync();
        await script(call);
    }

    /// <summary>A session.</summary>
    internal sealed class Call(
        IAsyncStreamReader<ChatRequest> requests, IServerStreamWriter<ChatResponse> responses, ServerCallContext context, int number)
    {
        private static readonly Timestamp Noon = DateTime.SpecifyKind(new DateTime(2026, 1, 1, 12, 0, 0), DateTimeKind.Local).ToUniversalTime().ToTimestamp();

        private long _seq;

        /// <summary>Which session it is, from 1.</summary>
        public int Number => number;

        /// <summary>The last message of the client; null when it has closed its side.</summary>
        public ChatRequest? Last { get; private set; }

        /// <summary>Reads the next message.</summary>
        public async Task<ChatRequest?> ReadAsync() =>
            Last = await requests.MoveNext(context.CancellationToken) ? requests.Current : null;

        /// <summary>Reads until the client has closed its side.</summary>
        public async Task ReadAllAsync()
        {
            while (await ReadAsync() is not null)
            {
            }
        }

        /// <summary>Reads until the client leaves. Whether it then closes its side is not what most checks are about.</summary>
        public async Task ReadToLeaveAsync()
        {
            while (await ReadAsync() is { Leave: null })
            {
            }
        }

        public Task PresentAsync(params string[] names) => SendAsync(new RoomEvent { Present = new Present { RoomId = "room", Names = { names } } }, 0);

        public Task SaidAsync(string name, string text) => SendAsync(new RoomEvent { Said = new Said { Name = name, Text = text } });

        public Task JoinedAsync(string name) => SendAsync(new RoomEvent { Joined = new Joined { Name = name } });

        public Task SendAsync(RoomEvent happened, int step = 1)
        {
            (happened.Seq, happened.Time) = (_seq += step, Noon);
            return responses.WriteAsync(new ChatResponse { Event = happened });
        }
    }
}
