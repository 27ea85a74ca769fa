using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Checks;

/// <summary>The stream of a client that never sends anything.</summary>
/// <param name="waiting">Called when somebody waits for a message.</param>
internal sealed class SilentStream(Action waiting) : IAsyncStreamReader<ChatRequest>
{
    public ChatRequest Current => throw new InvalidOperationException("No message has come.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        waiting();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return false;
    }
}
