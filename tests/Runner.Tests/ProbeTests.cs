using System.Text.Json;
using Xunit;

namespace Workshop.Tests;

/// <summary>Which packages are stood in for, decided by the real build files on feeds of the test's own.</summary>
public sealed class ProbeTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static readonly string[] BuildFiles =
    [
        "global.json", "Directory.Build.props", "Directory.Build.rsp", "Directory.Build.targets", "Directory.Packages.props",
        "eng/standins/Probe.csproj", "eng/standins/StandIns.props", "eng/standins/StandIns.targets",
        .. Directory.GetFiles(Repository.PathOf("eng"), "*.targets").Select(file => $"eng/{Path.GetFileName(file)}"),
    ];

    private readonly TemporaryFolder _folder = new();

    /// <summary>A copy of the build files, and a project that wants two of three packages that can be stood in for.</summary>
    public ProbeTests()
    {
        foreach (var file in BuildFiles)
        {
            _folder.Write(file, File.ReadAllText(Repository.PathOf(file)));
        }

        foreach (var id in new[] { "Grpc.Core.Api", "Grpc.Net.Common", "Serilog.Formatting.Compact" })
        {
            _folder.Write($"eng/standins/{id}/{id}.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        }

        _folder.Write("labs/01-one/One.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Grpc.Core.Api" />
                <PackageReference Include="Serilog.Formatting.Compact" />
              </ItemGroup>
            </Project>
            """);
    }

    [Fact]
    public async Task Nothing_is_stood_in_for_where_the_feed_has_everything()
    {
        Feed("Grpc.Core.Api 2.85.0", "Grpc.Net.Common 2.85.0", "Serilog.Formatting.Compact 2.0.0");

        var restore = await RestoreAsync();

        Assert.True(restore.ExitCode == 0, restore.All);
        Assert.Equal([], StoodIn());
        Assert.True(IsAnswered());
        Assert.Equal(
            ["package Grpc.Core.Api", "package Serilog.Formatting.Compact"], await ReferencesAsync());
        Assert.Equal(
            ["project Grpc.Core.Api", "project Serilog.Formatting.Compact"], await ReferencesAsync("-p:UseStandIns=true"));
    }

    [Fact]
    public async Task Exactly_what_the_feed_lacks_is_stood_in_for()
    {
        Feed("Grpc.Net.Common 2.85.0", "Serilog.Formatting.Compact 2.0.0");

        var restore = await RestoreAsync();

        Assert.True(restore.ExitCode == 0, restore.All);
        Assert.Equal(["Grpc.Core.Api"], StoodIn());
        Assert.True(IsAnswered());
        Assert.Equal(
            ["package Serilog.Formatting.Compact", "project Grpc.Core.Api"], await ReferencesAsync());
        Assert.Equal(
            ["package Grpc.Core.Api", "package Serilog.Formatting.Compact"], await ReferencesAsync("-p:UseStandIns=false"));
    }

    [Fact]
    public async Task A_version_that_is_higher_than_the_wanted_one_counts_as_missing()
    {
        Feed("Grpc.Core.Api 2.86.0", "Grpc.Net.Common 2.85.0", "Serilog.Formatting.Compact 2.0.0");

        var restore = await RestoreAsync();

        Assert.True(restore.ExitCode == 0, restore.All);
        Assert.Equal(["Grpc.Core.Api"], StoodIn());
        Assert.True(IsAnswered());
    }

    [Fact]
    public async Task A_package_that_gets_a_higher_version_of_another_than_it_asks_for_counts_as_missing()
    {
        Feed("Grpc.Core.Api 2.85.0", "Grpc.Net.Common 2.85.0 Other 1.0.0", "Other 1.1.0", "Serilog.Formatting.Compact 2.0.0");

        var restore = await RestoreAsync();

        Assert.True(restore.ExitCode == 0, restore.All);
        Assert.Equal(["Grpc.Net.Common"], StoodIn());
        Assert.True(IsAnswered());
    }

    [Fact]
    public async Task Without_stand_ins_the_restore_fails_with_words_of_NuGet()
    {
        Feed("Grpc.Net.Common 2.85.0", "Serilog.Formatting.Compact 2.0.0");

        var restore = await RestoreAsync("-p:UseStandIns=false");

        Assert.Equal(1, restore.ExitCode);
        Assert.Contains("NU1101: Unable to find package Grpc.Core.Api", restore.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_does_not_answer_leaves_the_question_open()
    {
        // Port 9 is the discard protocol's: nothing serves HTTP there.
        Source("http://127.0.0.1:9/v3/index.json");

        var restore = await RestoreAsync();

        Assert.True(restore.ExitCode == 0, restore.All);
        Assert.Equal(["Grpc.Core.Api", "Grpc.Net.Common", "Serilog.Formatting.Compact"], StoodIn());
        Assert.False(IsAnswered());
    }

    public void Dispose() => _folder.Dispose();

    private void Feed(params string[] packages) => Source(new FolderFeed(_folder.PathOf("feed"), packages).Folder);

    private void Source(string source) => _folder.Write("NuGet.config", $"""
        <configuration>
          <packageSources><clear /><add key="only" value="{source}" allowInsecureConnections="true" /></packageSources>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>
        """);

    private Task<BoundedProcessResult> RestoreAsync(params string[] arguments) =>
        DotnetAsync(["restore", "labs/01-one/One.csproj", "-v", "q", "--nologo", .. arguments]);

    // What the project refers to once its package references were swapped.
    private async Task<string[]> ReferencesAsync(params string[] arguments)
    {
        var result = await DotnetAsync(
            ["msbuild", "labs/01-one/One.csproj", "-getItem:PackageReference", "-getItem:ProjectReference", .. arguments]);
        using var json = JsonDocument.Parse(result.Output);
        var items = json.RootElement.GetProperty("Items");
        return
        [
            .. items.GetProperty("PackageReference").EnumerateArray()
                .Select(item => $"package {item.GetProperty("Identity").GetString()}")
                .Concat(items.GetProperty("ProjectReference").EnumerateArray()
                    .Select(item => $"project {item.GetProperty("Filename").GetString()}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    private Task<BoundedProcessResult> DotnetAsync(string[] arguments) => BoundedProcess.RunAsync(
        _folder.Root,
        Limit,
        arguments,
        ("NUGET_PACKAGES", _folder.PathOf("packages")),
        ("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1"),
        ("NUGET_HTTP_CACHE_PATH", _folder.PathOf("http-cache")));

    private string[] StoodIn() =>
    [
        .. File.ReadAllText(_folder.PathOf("artifacts", "obj", "eng", "standins", "probe", "stood-in.txt"))
            .Trim().Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
    ];

    private bool IsAnswered() => File.Exists(_folder.PathOf("artifacts", "obj", "eng", "standins", "probe", "question.txt"));
}
