using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Grpc.Net.Client;
using Workshop.Files.V1;

namespace Workshop.Tests;

/// <summary>The solution's server in a process of its own, which ends with the test.</summary>
internal sealed partial class UploadServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _root;

    private UploadServer(Process process, string root, string address)
    {
        _process = process;
        _root = root;
        Address = address;
        Channel = GrpcChannel.ForAddress(address);
        Client = new FileService.FileServiceClient(Channel);
    }

    public string Address { get; }

    public FileService.FileServiceClient Client { get; }

    private GrpcChannel Channel { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="root">The folder of its store.</param>
    /// <param name="port">Where it listens on loopback; 0 for any free port.</param>
    /// <param name="asNobody">Whether it runs without the rights of root.</param>
    /// <param name="settings">More settings, such as <c>--Upload:MaxBytes</c> and a number.</param>
    public static async Task<UploadServer> StartAsync(string root, int port = 0, bool asNobody = false, params string[] settings)
    {
        string[] dotnet =
        [
            "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Upload.dll"),
            "--urls", $"http://127.0.0.1:{port}", "--Upload:Root", root, .. settings,
        ];
        string[] command = asNobody && Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. dotnet]
            : dotnet;
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null && Listening().Match(line.Data) is { Success: true } match)
            {
                address.TrySetResult(match.Groups[1].Value);
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (!string.IsNullOrEmpty(line.Data))
            {
                address.TrySetException(new InvalidOperationException($"The server says: {line.Data}"));
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new UploadServer(process, root, await address.Task.WaitAsync(Limit));
    }

    /// <summary>A port on which nobody listens just now, for a server that comes back to it.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>How many files of its store the server holds open; by /proc, so on Linux only.</summary>
    public int OpenFiles() => Directory.GetFiles($"/proc/{_process.Id}/fd").Count(IsOfStore);

    /// <summary>SIGKILL, or what the system has for it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await KillAsync();
        _process.Dispose();
    }

    private bool IsOfStore(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget?.StartsWith(_root, StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed since it was listed.
            return false;
        }
    }

    [GeneratedRegex("listens on (http://[^ ]+[0-9])")]
    private static partial Regex Listening();
}
