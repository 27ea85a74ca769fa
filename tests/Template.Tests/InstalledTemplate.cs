using System.Security.Cryptography;
using Xunit;

[assembly: AssemblyFixture(typeof(Workshop.Tests.InstalledTemplate))]

namespace Workshop.Tests;

/// <summary>The packed template, installed in a hive of the tests' own, and two workshops made from it in a folder that means no
/// good: one that nobody touches, and one that is built and checked.</summary>
public sealed class InstalledTemplate : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // protoc on Windows does not open paths with letters from outside the code page.
    private const string WorkshopName = "my workshop-1.2";

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<BoundedProcessResult>> _newCommand;
    private readonly Lazy<Task<BoundedProcessResult>> _firstCheck;

    public InstalledTemplate()
    {
        _newCommand = new Lazy<Task<BoundedProcessResult>>(RunNewCommandAsync);
        _firstCheck = new Lazy<Task<BoundedProcessResult>>(FirstCheckAsync);
    }

    /// <summary>The packed template.</summary>
    public string Package { get; private set; } = "";

    /// <summary>A workshop made by <c>dotnet new</c>. Nothing is built in it.</summary>
    public string Untouched => _folder.PathOf("parent", "untouched");

    /// <summary>What is in it.</summary>
    public IReadOnlyList<string> FilesMade { get; private set; } = [];

    /// <summary>A workshop made by <see cref="NewCommand"/>, in which tests build and edit.</summary>
    public string Workshop => _folder.PathOf("parent", WorkshopName);

    /// <summary>Where templates are kept for <see cref="NewCommand"/>.</summary>
    public string NewCommandHome => TemporaryPath("home");

    /// <summary><c>dotnet workshop.cs new</c>, where the template is installed already, twice, and under its former id; it runs once.</summary>
    internal Task<BoundedProcessResult> NewCommand => _newCommand.Value;

    /// <summary>The first check of lab 01 in <see cref="Workshop"/>, as JSON; it runs once.</summary>
    internal Task<BoundedProcessResult> FirstCheck => _firstCheck.Value;

    public async ValueTask InitializeAsync()
    {
        Package = await PackAsync(Repository.Root);
        var install = await NewAsync("install", Package);
        Assert.True(install.ExitCode == 0, install.All);
        HostileFolder.Write(_folder, "parent");
        var made = await MakeAsync(Untouched);
        Assert.True(made.ExitCode == 0, made.All);
        FilesMade = FilesOf(Untouched);
    }

    /// <summary>Packs the template of a tree.</summary>
    /// <returns>The package.</returns>
    internal async Task<string> PackAsync(string root)
    {
        var folder = _folder.PathOf($"package-{Guid.NewGuid():N}");
        var pack = await BoundedProcess.RunAsync(
            root,
            Limit,
            ["pack", Path.Combine(root, "dotnet-new-template", "GrpcWorkshop.Templates.csproj"), "-o", folder, "-v", "q", "--nologo", "-p:UseStandIns=false"]);
        Assert.True(pack.ExitCode == 0, pack.All);
        return Assert.Single(Directory.GetFiles(folder, "*.nupkg"));
    }

    /// <summary>Makes a workshop by <c>dotnet new</c>.</summary>
    internal Task<BoundedProcessResult> MakeAsync(string target, params string[] options) =>
        NewAsync(["grpc-workshop", "-o", target, .. options]);

    /// <summary>Runs <c>dotnet workshop.cs check 01</c> in the made workshop.</summary>
    internal Task<BoundedProcessResult> CheckAsync() =>
        BoundedProcess.RunAsync(Workshop, Limit, ["workshop.cs", "check", "01", "--json"]);

    /// <summary>A path in a folder that ends with the tests.</summary>
    internal string TemporaryPath(params string[] parts) => _folder.PathOf(parts);

    /// <summary>All files of a folder, relative, with slashes, sorted.</summary>
    internal static IReadOnlyList<string> FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    internal static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<BoundedProcessResult> RunNewCommandAsync()
    {
        // Templates are kept there, and nothing of the developer's own is touched.
        (string, string?) home = ("DOTNET_CLI_HOME", NewCommandHome);
        var former = TemporaryPath("former.nupkg");
        NewerPackage.MakeFormer(Package, former);
        var installed = await BoundedProcess.RunAsync(Repository.Root, Limit, ["new", "install", former], home);
        Assert.True(installed.ExitCode == 0, installed.All);
        await BoundedProcess.RunAsync(Repository.Root, Limit, ["new", "install", Package], home);
        await BoundedProcess.RunAsync(Repository.Root, Limit, ["new", "install", Package, "--force"], home);
        // The runner as it is built: workshop.cs would build it again, under the feet of tests that run it.
        return await BoundedProcess.RunAsync(
            Repository.Root,
            Limit,
            ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), "new", Workshop],
            home,
            ("WORKSHOP_ROOT", Repository.Root));
    }

    private async Task<BoundedProcessResult> FirstCheckAsync()
    {
        var made = await NewCommand;
        Assert.True(made.ExitCode == 0, made.All);
        return await CheckAsync();
    }

    private Task<BoundedProcessResult> NewAsync(params string[] arguments) => BoundedProcess.RunAsync(
        Repository.Root, Limit, ["new", .. arguments, "--debug:custom-hive", _folder.PathOf("hive")]);
}
