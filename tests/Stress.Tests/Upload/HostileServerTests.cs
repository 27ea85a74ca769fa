using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.Files.V1;
using Workshop.Upload;

namespace Workshop.Tests;

/// <summary>What the client shows of a server that wants to write to its console.</summary>
public sealed class HostileServerTests : IAsyncLifetime
{
    private const string Hostile = "\e[2Jx\r\nexe\u202etxt";
    private const string Visible = @"\u{001B}[2Jx\u{000D}\u{000A}exe\u{202E}txt";

    private WebApplication? _app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        _app = builder.Build();
        _app.MapGrpcService<HostileFiles>();
        await _app.StartAsync();
    }

    [Theory]
    [InlineData("list")]
    [InlineData("get", "ID")]
    [InlineData("send")]
    public async Task Nothing_of_a_server_reaches_the_console_raw(string command, params string[] arguments)
    {
        using var store = new StoreOnDisk();
        string[] file = command is "list" ? [] : [command is "send" ? store.MakeFile("a.bin", 0) : store.PathOf("back.bin")];
        var output = new StringWriter { NewLine = "\n" };

        await UploadCommandLine.RunAsync([command, .. arguments, .. file, "--server", _app!.Urls.First()], output, output);

        Assert.Contains(Visible, $"{output}", StringComparison.Ordinal);
        Assert.DoesNotContain($"{output}", character => char.IsControl(character) && character is not '\n' || character is '\u202e');
        Assert.DoesNotContain($"{output}".Split('\n'), line => line.StartsWith("exe", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    private sealed class HostileFiles : FileService.FileServiceBase
    {
        public override Task<ListFilesResponse> ListFiles(ListFilesRequest request, ServerCallContext context) =>
            Task.FromResult(new ListFilesResponse { Files = { new StoredFile { Name = Hostile } } });

        public override Task<GetFileResponse> GetFile(GetFileRequest request, ServerCallContext context) =>
            throw new RpcException(new Status(StatusCode.NotFound, Hostile));

        public override Task<UploadFileResponse> UploadFile(IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context) =>
            Task.FromResult(new UploadFileResponse { FileId = Hostile, Complete = true });
    }
}
