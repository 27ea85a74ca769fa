using System.Text.RegularExpressions;
using Xunit;

namespace Workshop.Tests;

/// <summary>Each command in a block of a page is one that a test runs or looks at, or that has its reason here.</summary>
public sealed partial class FencedCommandsTests
{
    private static readonly string[] Programs =
    [
        "artifacts/interop/", "buf ", "cd ", "cp ", "curl ", "dotnet ", "env ", "export ", "git ", "go ", "grpcurl ", "node ", "npm ", "npx ", "python3 ", "sed ", "wc ", "winget ",
    ];

    private static readonly string[] Folders = ["docs", "labs", "dotnet-new-template", "eng", "tests"];

    // How a command begins, and where it is run, or why it is not.
    private static readonly (string Beginning, string Why)[] Known =
    [
        ("dotnet workshop.cs", "DocumentedCommandsTests: the runner knows it; CommandTests, UpgradeTests and others run each command"),
        ("dotnet run -c Release --project bench", "the benchmarks: minutes on a quiet machine; ClaimsTests compare what they printed"),
        ("dotnet run", "PageCommandsTests of Stress.Tests"),
        ("curl ", "PageCommandsTests of Stress.Tests"),
        ("dotnet new ", "Template.Tests"),
        ("dotnet test --solution tests/Everything.slnx", "this test run"),
        ("WORKSHOP_INTEROP=1 dotnet test", ".ci/interop"),
        ("dotnet format ", ".ci/run looks at white space, the build at the rest"),
        ("dotnet bench/save-to-verdict.cs", "a quarter of an hour on a quiet machine"),
        ("dotnet nuget ", "it would change the sources of whoever runs the tests"),
        ("npx @marp-team/marp-cli ", ".ci/run renders all slides"),
        ("npm install --prefix artifacts/interop ", "Interop.Tests"),
        ("artifacts/interop/", "Interop.Tests"),
        ("export NODE_PATH", "Interop.Tests"),
        ("node tests/Interop.Tests/", "Interop.Tests"),
        ("python3 -m venv ", "Interop.Tests"),
        ("cp -R tests/Interop.Tests/clients/go ", "Interop.Tests"),
        ("go ", "Interop.Tests"),
        ("env GO111MODULE=off ", "Interop.Tests"),
        ("grpcurl ", "the page says that no test runs it"),
        ("buf breaking ", "it is for a repository of the reader's own"),
        ("wc -l labs/05-transcoding/ByHand", "ByHandLinesTests count the same lines"),
        ("sed -n -e '/rpc GetFile/", "ByHandLinesTests count the same lines"),
        ("cd ", "it starts nothing"),
    ];

    public static TheoryData<string, string> Commands =>
    [
        .. Folders.SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Repository.Root, "*.md"))
            .SelectMany(page => Fence().Matches(File.ReadAllText(page)).SelectMany(fence => fence.Groups["line"].Captures)
                .Select(line => line.Value.Trim().TrimStart('$', ' '))
                .Where(line => Programs.Any(program => line.StartsWith(program, StringComparison.Ordinal)) || line.StartsWith("WORKSHOP_", StringComparison.Ordinal))
                .Distinct()
                .Select(line => (Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'), line)))
            .Order(),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_run_or_has_its_reason(string page, string command) => Assert.True(
        Known.Any(known => command.StartsWith(known.Beginning, StringComparison.Ordinal)),
        $"{page}: no test is known to run `{command}`. Name the one that does in {nameof(FencedCommandsTests)}, or why none can.");

    [Fact]
    public void What_is_known_stands_on_a_page() => Assert.All(Known, known => Assert.Contains(
        Commands, command => command.Data.Item2.StartsWith(known.Beginning, StringComparison.Ordinal)));

    // Blocks of a shell: no language, or one of these.
    [GeneratedRegex(@"^ *```(sh|console|bash|powershell)?\r?\n(?<line>(?! *```).*\n)*? *```\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
