using System.Net;
using Grpc.Net.Client;
using Workshop.Catalog.V1;

namespace Workshop.Bench.Contrast;

/// <summary>Makes the two calls that are compared. Each makes objects of what it receives.</summary>
internal sealed class ContrastClient : IDisposable
{
    private const string FileId = "f1";

    private readonly IDisposable _connection;

    private ContrastClient(IDisposable connection, Func<Task<string>> get, Func<Task<int>> list)
    {
        _connection = connection;
        Get = async () => Expect(FileId, await get());
        List = async () => Expect(ContrastServers.Files, await list());
    }

    /// <summary>Reads one file.</summary>
    public Func<Task> Get { get; }

    /// <summary>Reads a page of files.</summary>
    public Func<Task> List { get; }

    /// <summary>A client of gRPC, with one connection.</summary>
    public static ContrastClient Grpc(Uri server, SocketsHttpHandler handler)
    {
        var channel = GrpcChannel.ForAddress(server, new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true });
        var client = new CatalogService.CatalogServiceClient(channel);
        return new ContrastClient(
            channel,
            async () => (await client.GetFileAsync(new GetFileRequest { FileId = FileId })).File.FileId,
            async () => (await client.ListFilesAsync(new ListFilesRequest())).Files.Count);
    }

    /// <summary>A client of REST, with one connection for HTTP/2 and one for each call at once for HTTP/1.1.</summary>
    /// <param name="server">Where it calls.</param>
    /// <param name="handler">Makes the connections.</param>
    /// <param name="version">The version of HTTP.</param>
    /// <param name="files">The path of the files, such as <c>/v1/files</c>.</param>
    public static ContrastClient Rest(Uri server, SocketsHttpHandler handler, Version version, string files)
    {
        var http = new HttpClient(handler)
        {
            DefaultRequestVersion = version,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var (one, all) = (new Uri(server, $"{files}/{FileId}"), new Uri(server, files));
        return new ContrastClient(
            http,
            async () => (await http.GetFromJsonAsync(one, ReadFileJson.Default.ReadFile))!.FileId,
            async () => (await http.GetFromJsonAsync(all, ReadFileJson.Default.ReadPage))!.Files.Count);
    }

    /// <summary>A client of REST that has the file already, and asks whether it changed.</summary>
    /// <param name="server">Where it calls.</param>
    /// <param name="handler">Makes the connections.</param>
    /// <param name="version">The version of HTTP.</param>
    /// <param name="files">The path of the files.</param>
    public static async Task<ContrastClient> AgainAsync(Uri server, SocketsHttpHandler handler, Version version, string files)
    {
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var one = new Uri(server, $"{files}/{FileId}");
        using var first = await http.SendAsync(Request());
        var tag = first.Headers.ETag!;
        return new ContrastClient(http, AskAsync, () => throw new NotSupportedException("A list has no tag."));

        HttpRequestMessage Request() => new(HttpMethod.Get, one) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        async Task<string> AskAsync()
        {
            using var request = Request();
            request.Headers.IfNoneMatch.Add(tag);
            using var response = await http.SendAsync(request);
            return response.StatusCode is HttpStatusCode.NotModified ? FileId : $"{response.StatusCode}";
        }
    }

    public void Dispose() => _connection.Dispose();

    private static T Expect<T>(T expected, T received) => EqualityComparer<T>.Default.Equals(expected, received)
        ? received
        : throw new InvalidOperationException($"The response has {received} where {expected} was due.");
}
