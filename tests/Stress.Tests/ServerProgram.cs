using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Workshop.Tests;

/// <summary>A solution's server in a process of its own, which ends with the test.</summary>
internal sealed partial class ServerProgram : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private ServerProgram(Process process, string address)
    {
        Process = process;
        Address = address;
    }

    public string Address { get; }

    public Process Process { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="program">The program's name, such as <c>Upload</c>.</param>
    /// <param name="port">Where it listens on loopback; 0 for any free port.</param>
    /// <param name="obeysRights">Whether the rights of files and folders hold for it, although the test runs as root.</param>
    /// <param name="settings">More settings, such as <c>--Upload:MaxBytes</c> and a number.</param>
    public static Task<ServerProgram> StartAsync(string program, int port, bool obeysRights, params string[] settings) =>
        StartAsync(program, port, obeysRights, heapLimit: null, settings);

    /// <summary>Starts the server with a limit for its managed heap, in bytes; null for none.</summary>
    public static async Task<ServerProgram> StartAsync(
        string program, int port, bool obeysRights, long? heapLimit, params string[] settings)
    {
        var file = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? $"{program}.exe" : program);
        string[] server = [file, "--urls", $"http://127.0.0.1:{port}", .. settings];
        string[] command = obeysRights && Environment.IsPrivilegedProcess ? [.. await WithoutPowersAsync(file), .. server] : server;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (heapLimit is not null)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = $"{heapLimit:x}";
        }

        var process = Process.Start(start)!;
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
        return new ServerProgram(process, await address.Task.WaitAsync(Limit));
    }

    /// <summary>A port on which nobody listens just now, for a server that comes back to it.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Runs as the owner of the program, who may read it in every clone. If that is root, then without the power to ignore the
    // rights of files.
    private static async Task<string[]> WithoutPowersAsync(string file)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%u", file]) { RedirectStandardOutput = true })!;
        var owner = (await stat.StandardOutput.ReadToEndAsync()).Trim();
        const string Powers = "-dac_override,-dac_read_search";
        return ["setpriv", $"--reuid={owner}", "--clear-groups", $"--bounding-set={Powers}", $"--inh-caps={Powers}"];
    }

    /// <summary>Kills it with SIGKILL, or what the system has instead.</summary>
    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    [GeneratedRegex("listens on (http://[^ ]+[0-9])")]
    private static partial Regex Listening();
}
