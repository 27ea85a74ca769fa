using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Grpc.Net.Client;
using Workshop.Logs.V1;

namespace Workshop.Bench.Tail;

/// <summary>Opens streams at one server. Each gives the numbers of its entries in the order in which they come.</summary>
internal abstract class TailClients : IDisposable
{
    /// <summary>The property that numbers the entries.</summary>
    private const string Number = "Number";

    // Keep references: the garbage collector may close a stream that nobody refers to.
    private readonly List<IAsyncEnumerable<long>> _opened = [];

    /// <summary>Clients for a server of this kind.</summary>
    public static TailClients For(string kind, Uri server) =>
        kind is TailServers.Grpc or TailServers.GrpcBytesOnce ? new OfGrpc(server) : new OfNdjson(server);

    /// <summary>Opens a stream of entries that are logged from then on.</summary>
    public async Task<IAsyncEnumerable<long>> OpenAsync(CancellationToken cancellationToken)
    {
        var stream = await StartAsync(cancellationToken);
        _opened.Add(stream);
        return stream;
    }

    public abstract void Dispose();

    protected abstract Task<IAsyncEnumerable<long>> StartAsync(CancellationToken cancellationToken);

    private static long NumberOf(IDictionary<string, string> properties) =>
        long.Parse(properties[Number], NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed class OfGrpc(Uri server) : TailClients
    {
        // More streams than one connection takes.
        private readonly GrpcChannel _channel = GrpcChannel.ForAddress(
            server, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });

        public override void Dispose() => _channel.Dispose();

        protected override async Task<IAsyncEnumerable<long>> StartAsync(CancellationToken cancellationToken)
        {
            var call = new LogService.LogServiceClient(_channel)
                .StreamLogs(new StreamLogsRequest { TailLines = 0, Follow = true }, cancellationToken: cancellationToken);
            await call.ResponseStream.MoveNext(cancellationToken);
            return ReadAsync(call.ResponseStream, cancellationToken);
        }

        private static async IAsyncEnumerable<long> ReadAsync(
            Grpc.Core.IAsyncStreamReader<StreamLogsResponse> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (await stream.MoveNext(cancellationToken))
            {
                if (stream.Current.Entry is { } entry)
                {
                    yield return NumberOf(entry.Properties);
                }
            }
        }
    }

    private sealed class OfNdjson(Uri server) : TailClients
    {
        private readonly HttpClient _http = new() { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };

        public override void Dispose() => _http.Dispose();

        protected override async Task<IAsyncEnumerable<long>> StartAsync(CancellationToken cancellationToken) =>
            ReadAsync(await _http.GetStreamAsync("/", cancellationToken), cancellationToken);

        private static async IAsyncEnumerable<long> ReadAsync(
            Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var lines = JsonSerializer.DeserializeAsyncEnumerable(
                stream, LogLineJson.Default.LogLine, topLevelValues: true, cancellationToken);
            await foreach (var line in lines)
            {
                yield return NumberOf(line!.Properties);
            }
        }
    }
}
