using Grpc.Net.Client;
using Workshop.Files.V1;

namespace Workshop.Tests;

/// <summary>The solution of lab 02 in a process of its own, and a client of it.</summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly ServerProgram _program;
    private readonly GrpcChannel _channel;
    private readonly string _root;

    private UploadServer(ServerProgram program, string root)
    {
        _program = program;
        _root = root;
        _channel = GrpcChannel.ForAddress(program.Address);
        Client = new FileService.FileServiceClient(_channel);
    }

    public string Address => _program.Address;

    public FileService.FileServiceClient Client { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="root">The folder of its store.</param>
    /// <param name="port">Where it listens on loopback; 0 for any free port.</param>
    /// <param name="obeysRights">Whether the rights of files and folders hold for it, although the test runs as root.</param>
    /// <param name="settings">More settings, such as <c>--Upload:MaxBytes</c> and a number.</param>
    public static async Task<UploadServer> StartAsync(string root, int port = 0, bool obeysRights = false, params string[] settings) =>
        new(await ServerProgram.StartAsync("Upload", port, obeysRights, ["--Upload:Root", root, .. settings]), root);

    /// <summary>Starts the server with a limit for its managed heap, in bytes.</summary>
    public static async Task<UploadServer> StartWithinAsync(long heapLimit, string root, params string[] settings) => new(
        await ServerProgram.StartAsync("Upload", port: 0, obeysRights: false, heapLimit, ["--Upload:Root", root, .. settings]), root);

    /// <summary>Whether the server has ended by itself.</summary>
    public bool HasExited => _program.Process.HasExited;

    /// <summary>How many files of its store the server holds open, other than the lock of the store; by /proc, so on Linux only.</summary>
    public int OpenFiles() => Directory.GetFiles($"/proc/{_program.Process.Id}/fd").Count(IsOfStore);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _program.DisposeAsync();
    }

    private bool IsOfStore(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget is { } file
                && file.StartsWith(_root, StringComparison.Ordinal) && Path.GetFileName(file) != "lock";
        }
        catch (IOException)
        {
            // Closed since it was listed.
            return false;
        }
    }
}
