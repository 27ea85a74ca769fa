using System.Text.RegularExpressions;
using Grpc.Core;

namespace Workshop.Tests;

/// <summary>Calls of the chat whose messages are bytes, readable or not.</summary>
internal static partial class RawChatCalls
{
    /// <summary>The service, as it is in a path.</summary>
    public const string Service = "workshop.chat.v1.ChatService";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <summary>Sends messages, closes its side, and reads to the end.</summary>
    /// <returns>The status with its reason, and the words of the status.</returns>
    public static async Task<(string Status, string Words)> AnswerAsync(ChatHost host, string method, IEnumerable<byte[]> messages, string member = "ada")
    {
        // A connection for each call: when a call is refused while it still sends, Kestrel may close the whole connection
        // (STREAM_CLOSED): it waits only some time for what is on its way to a stream that it has closed,
        // https://github.com/dotnet/aspnetcore/issues/12634.
        using var channel = ChatHost.Connect(host.Address);
        var options = new CallOptions(host.Key.HeadersOf(member), DateTime.UtcNow + Limit);
        // As a stream both ways, a call of any kind can be made: on the wire there is no difference.
        using var call = channel.CreateCallInvoker().AsyncDuplexStreamingCall(new Method<byte[], byte[]>(MethodType.DuplexStreaming, Service, method, Bytes, Bytes), null, options);
        var words = "";
        var status = await ChatHost.StatusAsync(async () =>
        {
            try
            {
                foreach (var message in messages)
                {
                    await call.RequestStream.WriteAsync(message);
                }

                await call.RequestStream.CompleteAsync();
            }
            catch (Exception exception) when (exception is RpcException or InvalidOperationException)
            {
                // The call is over. Why, only who reads learns.
            }

            try
            {
                while (await call.ResponseStream.MoveNext(CancellationToken.None))
                {
                }
            }
            catch (RpcException exception)
            {
                words = exception.Status.Detail;
                throw;
            }
        });
        return (status, words);
    }

    /// <summary>What an answer must not tell: types, stack traces, files.</summary>
    [GeneratedRegex(@"Exception|   at |\.cs\b|System\.|Google\.|Grpc\.|/work|/home|/tmp|:\\")]
    public static partial Regex Inside();
}
