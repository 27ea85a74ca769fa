using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Workshop.Bench.Upload;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;
using Workshop.Upload;

namespace Workshop.Tests;

/// <summary>The solution of lab 02 in this process, on a store of its own: starts at once.</summary>
internal sealed class UploadHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;
    private bool _keepsStore;

    private UploadHost(WebApplication app, StoreOnDisk store)
    {
        _app = app;
        Store = store;
        _channel = GrpcChannel.ForAddress(app.Urls.First());
        Client = new FileService.FileServiceClient(_channel);
    }

    public StoreOnDisk Store { get; }

    public FileService.FileServiceClient Client { get; }

    /// <summary>For calls that the generated client does not make.</summary>
    public CallInvoker Calls => _channel.CreateCallInvoker();

    /// <summary>Starts the server.</summary>
    /// <param name="settings">Settings, such as <c>--Upload:MaxBytes=1000</c>.</param>
    public static Task<UploadHost> StartAsync(params string[] settings) => StartAsync(new StoreOnDisk(), settings);

    /// <summary>Starts the server on a store that may have something in it.</summary>
    public static async Task<UploadHost> StartAsync(StoreOnDisk store, params string[] settings)
    {
        var app = UploadApp.Create(
            ["--urls", "http://127.0.0.1:0", "--Upload:Root", store.Root, "--Serilog:MinimumLevel:Default=Fatal", "--shutdownTimeoutSeconds=1", .. settings]);
        await app.StartAsync();
        return new UploadHost(app, store);
    }

    /// <summary>The headers of an owner whose token is that of <see cref="Tokens"/>.</summary>
    public static Metadata By(string owner) => new() { { "authorization", $"Bearer token-of-{owner}" } };

    /// <summary>The settings that give each of these owners a token.</summary>
    public static string[] Tokens(params IEnumerable<string> owners) =>
        [.. owners.Select(owner => $"--Upload:Tokens:{owner}=token-of-{owner}")];

    /// <summary>Uploads a small file.</summary>
    public async Task<UploadFileResponse> SendAsync(string name, byte[] data, Metadata? headers = null)
    {
        using var call = Client.UploadFile(headers);
        return await EndAsync(
            call, ChunkedUpload.Metadata(name, data.Length), ChunkedUpload.Chunk(0, data), ChunkedUpload.Commit(data.Length, StoreOnDisk.Sha256(data)));
    }

    /// <summary>Sends messages, and the end of the stream.</summary>
    public static async Task<UploadFileResponse> EndAsync(
        AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call, params IEnumerable<UploadFileRequest> messages)
    {
        try
        {
            foreach (var message in messages)
            {
                await call.RequestStream.WriteAsync(message);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception exception) when (exception is RpcException || call.ResponseAsync.IsCompleted)
        {
            // The call has the status.
        }

        return await call;
    }

    /// <summary>How a call was refused: its status and its reason.</summary>
    public static async Task<string> RefusalAsync(Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(call);
        return $"{refusal.StatusCode} {ErrorDomain.ReasonOf(refusal)}".TrimEnd();
    }

    /// <summary>Another server will go on with the store.</summary>
    public void KeepStore() => _keepsStore = true;

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_keepsStore)
        {
            Store.Dispose();
        }
    }
}
