using Grpc.Net.Client;
using Workshop.Catalog.V1;
using Workshop.Transcoding;

namespace Workshop.Bench.Contrast;

/// <summary>The server of all: the solution of lab 05, as it is, with so many files that a page is full.</summary>
internal static class ContrastServers
{
    public const string Kind = "contrast";

    /// <summary>Asks for the address of the port with HTTP/2.</summary>
    public const string Http2 = "http2";

    /// <summary>Asks for the address of the port with HTTP/1.1.</summary>
    public const string Http1 = "http1";

    /// <summary>How many files there are: the largest page of the contract.</summary>
    public const int Files = 100;

    /// <summary>Environment variables: what the solution's program has, and this one has not.</summary>
    public static readonly (string Name, string Value)[] Settings = [("DOTNET_gcServer", "1")];

    // A line on the console for each call would be a measurement of the console.
    private static readonly string[] NoLinePerCall = ["--Serilog:MinimumLevel:Default", "Warning"];

    /// <summary>Serves until standard input ends.</summary>
    /// <param name="port">Which address it says: <see cref="Http1"/> or <see cref="Http2"/>.</param>
    public static async Task ServeAsync(string port)
    {
        await using var app = CatalogApp.Create(["--urls", "http://127.0.0.1:0", "--Rest:Url", "http://127.0.0.1:0", .. NoLinePerCall]);
        await app.StartAsync();
        await FillAsync(app.Urls.First());
        Console.WriteLine(port == Http2 ? app.Urls.First() : app.Urls.Last());
        await ServerMeter.RunAsync(order => throw new NotSupportedException($"This server takes no orders, such as {order}."));
        await app.StopAsync();
    }

    private static async Task FillAsync(string address)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var client = new CatalogService.CatalogServiceClient(channel);
        var there = (await client.ListFilesAsync(new ListFilesRequest())).Files.Count;
        for (var number = there; number < Files; number++)
        {
            await client.CreateFileAsync(new CreateFileRequest
            {
                File = new CatalogFile { Name = $"measurement-{number}.txt", Size = 1_000_000 + number, Kind = FileKind.Text },
            });
        }
    }
}
