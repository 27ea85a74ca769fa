using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Workshop.Wire;

/// <summary>The compiler of contracts, as the package Grpc.Tools brings it.</summary>
/// <param name="File">The program.</param>
/// <param name="Include">The folder with the contracts that come with it, such as <c>google/protobuf/timestamp.proto</c>.</param>
public sealed record Protoc(string File, string Include)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Further folders with contracts that may be imported. One that is not there is left out.</summary>
    public IReadOnlyList<string> FurtherIncludes { get; init; } = [];

    /// <summary>The plugin that makes the C# of services.</summary>
    public string GrpcPlugin => Path.Combine(Path.GetDirectoryName(File)!, $"grpc_csharp_plugin{Path.GetExtension(File)}");

    /// <summary>Looks where NuGet keeps packages.</summary>
    /// <returns>Null where nothing has restored Grpc.Tools yet.</returns>
    public static Protoc? Find()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var versions = Path.Combine(packages, "grpc.tools");
        return !Directory.Exists(versions) ? null : Directory.GetDirectories(versions)
            .OrderByDescending(version => Version.TryParse(Path.GetFileName(version), out var number) ? number : new Version())
            .Select(version => new Protoc(
                Path.Combine(version, "tools", PlatformFolder(), OperatingSystem.IsWindows() ? "protoc.exe" : "protoc"),
                Path.Combine(version, "build", "native", "include")))
            .FirstOrDefault(protoc => System.IO.File.Exists(protoc.File));
    }

    /// <summary>Runs it.</summary>
    /// <param name="arguments">Its arguments; the folders of contracts that may be imported are added.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its exit code, what it printed, and what it complained of.</returns>
    public async Task<(int ExitCode, byte[] Output, string Error)> RunAsync(
        IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = Process.Start(new ProcessStartInfo(File, [.. arguments, $"-I{Include}", .. FurtherIncludes.Where(Directory.Exists).Select(folder => $"-I{folder}")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            using var output = new MemoryStream();
            var printed = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await WriteAsync(process, input, limit.Token);
            await printed;
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, output.ToArray(), await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has seen enough, and ended: its exit code and its words say why.
        }
    }

    // The names that Grpc.Tools gives its folders.
    private static string PlatformFolder() =>
        OperatingSystem.IsWindows() ? (RuntimeInformation.OSArchitecture is Architecture.X86 ? "windows_x86" : "windows_x64")
        : OperatingSystem.IsMacOS() ? "macosx_universal"
        : RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "linux_arm64"
        : "linux_x64";
}
