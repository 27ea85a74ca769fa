using Xunit;

[assembly: AssemblyFixture(typeof(Workshop.Tests.OwnCompilerServer))]

namespace Workshop.Tests;

/// <summary>A compiler that stays in memory for all builds of these tests, and ends with them.</summary>
/// <remarks>A compiler that starts anew for each project takes most of a small build. Who forbids build servers on a machine
/// does not want processes that stay: this one does not. Whoever runs the tests with a server of their own (SharedCompilationId)
/// ends it, too. Environment variables are properties of a build. See
/// https://github.com/dotnet/roslyn/blob/main/docs/compilers/Compiler%20Server.md.</remarks>
public sealed class OwnCompilerServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private const string Id = "SharedCompilationId";

    private readonly string _name = $"workshop-tests-{Environment.ProcessId}";
    private readonly bool _isOwn = Environment.GetEnvironmentVariable(Id) is null or "";

    public OwnCompilerServer()
    {
        if (_isOwn)
        {
            Environment.SetEnvironmentVariable("UseSharedCompilation", "true");
            Environment.SetEnvironmentVariable(Id, _name);
            // It compiles some dozen projects, and does not live long enough for code that was measured while it ran.
            Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOwn)
        {
            return;
        }

        // One line for each SDK, such as `10.0.100 [/usr/share/dotnet/sdk]`.
        var version = (await BoundedProcess.RunAsync(Repository.Root, Limit, ["--version"])).Output.Trim();
        var sdks = (await BoundedProcess.RunAsync(Repository.Root, Limit, ["--list-sdks"])).Output.Split('\n');
        var sdk = sdks.Single(line => line.StartsWith($"{version} [", StringComparison.Ordinal)).Split('[')[1].TrimEnd(']');
        await BoundedProcess.RunAsync(
            Repository.Root, Limit, ["exec", Path.Combine(sdk, version, "Roslyn", "bincore", "VBCSCompiler.dll"), $"-pipename:{_name}", "-shutdown"]);
    }
}
