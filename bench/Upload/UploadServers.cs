using System.Security.Cryptography;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Workshop.Upload;

namespace Workshop.Bench.Upload;

/// <summary>The servers that are compared.</summary>
internal static class UploadServers
{
    /// <summary>The solution of lab 02, as it is.</summary>
    public const string Grpc = "grpc";

    /// <summary>The same, with a client whose chunks have another size than those of the lab's own.</summary>
    public const string GrpcChunks = "grpc, chunks of";

    /// <summary>The same, with a client that keeps its connection from one file to the next, as the peers' client does. The lab's own
    /// connects for each file: it is a command.</summary>
    public const string GrpcKept = "grpc, kept connection";

    /// <summary>A minimal API that stores the body of a PUT: a temporary file, flushed to the disk, then renamed.</summary>
    public const string Put = "put";

    /// <summary>The same, with SHA-256 over the body.</summary>
    public const string PutSha256 = "put-sha256";

    /// <summary>Environment variables of all of them: what the solution's project file says. The young generation is 16 MiB.
    /// </summary>
    public static readonly (string Name, string Value)[] Settings = [("DOTNET_TieredPGO", "0"), ("DOTNET_GCgen0size", "0x1000000")];

    private const int BufferBytes = 64 * 1024;

    /// <summary>Serves until standard input ends.</summary>
    /// <param name="kind">Which server.</param>
    /// <param name="args">The folder that it writes to; for the solution, settings besides.</param>
    public static async Task ServeAsync(string kind, string[] args)
    {
        await using var app = kind == Grpc
            ? UploadApp.Create(
            [
                "--urls", "http://127.0.0.1:0", "--Upload:Root", args[0],
                "--Upload:QuotaBytes", $"{1L << 50}", "--Upload:QuotaBytesPerOwner", $"{1L << 50}", .. args[1..],
            ])
            : CreatePut(args[0], kind == PutSha256);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await ServerMeter.RunAsync(order => throw new NotSupportedException($"This server takes no orders, such as {order}."));
        await app.StopAsync();
    }

    private static WebApplication CreatePut(string folder, bool hashes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.MapPut("/{name:guid}", async (Guid name, HttpRequest request, CancellationToken cancellationToken) =>
        {
            var file = Path.Combine(folder, $"{name}");
            using var hash = hashes ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
            await using (var stored = new FileStream($"{file}.part", new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
                PreallocationSize = request.ContentLength ?? 0,
            }))
            {
                var buffer = new byte[BufferBytes];
                while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                {
                    hash?.AppendData(buffer, 0, read);
                    await stored.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                stored.Flush(flushToDisk: true);
            }

            File.Move($"{file}.part", file);
            return Results.Text(hash is null ? "" : Convert.ToHexStringLower(hash.GetHashAndReset()));
        });
        return app;
    }
}
