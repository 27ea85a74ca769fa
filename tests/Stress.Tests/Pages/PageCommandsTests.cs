using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Workshop.Tests;

/// <summary>What the pages of a lab tell people to type does what it should, against the solution.</summary>
public sealed partial class PageCommandsTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // These read no server.
    private static readonly string[] Local = ["bytes", "gate", "next"];

    // What a page shows as a refusal, by the beginning of its arguments.
    private static readonly Dictionary<string, int> ExitCodes = new()
    {
        ["greet "] = 2, // An empty name.
        ["tail changes"] = 2, // An error behind a status of 200.
        ["gate --category WireJson"] = 1, // Says what to look at; with --except it is 0.
        ["create Ada no address"] = 2, // Two fields that are wrong.
        ["delete 1"] = 2, // The last administrator.
        ["get 1"] = 1, // From a file that is no database.
    };

    // Where the refusal is what the page shows.
    private static readonly string[] NotFound = ["/v1/files/f9", "/v1/files/f1:upload"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshop-");
    private readonly string _rest = $"http://127.0.0.1:{ServerProgram.FreePort()}";
    private string _printed = "";

    public static TheoryData<string, string> Pages =>
    [
        .. Directory.GetDirectories(Repository.PathOf("labs"), "??-*").Select(lab => Path.GetFileName(lab)).Order()
            .SelectMany(slug => new[] { $"labs/{slug}/README.md", $"docs/{slug}.md", $"docs/teaching/{slug}.md" }
                .Select(page => (slug, page)))
            .Where(of => PageCommand.Of(Repository.PathOf(of.page)).Count > 0),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_commands_of_a_page_work(string slug, string page)
    {
        var program = Path.GetFileNameWithoutExtension(Directory.GetFiles(Repository.PathOf("solutions", slug), "*.csproj").Single());
        File.Copy(Repository.PathOf("labs", slug, "README.md"), Path.Combine(_folder.FullName, "README.md"));
        var server = await StartAsync(program, []);
        try
        {
            foreach (var command in PageCommand.Of(Repository.PathOf(page)))
            {
                if (command.StartsServer)
                {
                    // In place of the one before, as on a page.
                    await server.DisposeAsync();
                    server = await StartAsync(program, [.. WithoutAddresses(command.Words)]);
                    continue;
                }

                var problem = command.IsCurl ? await CurlAsync(command, server.Address) : await CallAsync(program, command, server.Address);
                Assert.True(problem is null, $"{page}: `{command.Line}`: {problem}");
                if (command.IsCurl && command.Words.Contains("-X"))
                {
                    // What it has changed is as it was after the next start, as the page says.
                    await server.DisposeAsync();
                    server = await StartAsync(program, []);
                }
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public void There_are_some() => Assert.True(
        Pages.Sum(page => PageCommand.Of(Repository.PathOf(page.Data.Item2)).Count) > 40);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string?> CallAsync(string program, PageCommand command, string address)
    {
        // The ID of the page is one that the command before has listed.
        string[] words = [.. WithoutAddresses(command.Words).Select(word => word is "ID" ? Id().Match(_printed).Value : word)];
        string[] server = Local.Contains(words[0]) || words[0] is "--help" ? []
            : program is "Transcoding" ? ["--rest", _rest]
            : ["--server", address];
        var (exitCode, printed) = await RunAsync(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? $"{program}.exe" : program),
            [.. words, .. server],
            // These go on until somebody ends them.
            endsAtFirstLine: words.Contains("--follow") || words[0] is "listen");
        _printed = printed;
        var expected = ExitCodes.GetValueOrDefault(string.Join(' ', words));
        return exitCode == expected ? null : $"exit code {exitCode} instead of {expected}: {printed}";
    }

    private async Task<string?> CurlAsync(PageCommand command, string address)
    {
        Assert.SkipUnless(HasCurl, "There is no curl.");
        string[] words = [.. command.Words.Select(word => word
            .Replace("http://localhost:50080", _rest, StringComparison.Ordinal)
            .Replace("http://localhost:50051", address, StringComparison.Ordinal))];
        var (exitCode, printed) = await RunAsync("curl", [.. words, "--include", "--silent", "--show-error", "--noproxy", "*"], endsAtFirstLine: false);
        var status = Status().Match(printed).Groups["status"].Value;
        var isRight = status.StartsWith('2') || (status.StartsWith('4') && (status is not ("404" or "405") || NotFound.Any(command.Line.Contains)));
        return exitCode == 0 && isRight ? null : $"exit code {exitCode}: {printed}";
    }

    private static bool HasCurl { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "curl.exe" : "curl")));

    private Task<ServerProgram> StartAsync(string program, IReadOnlyList<string> settings) => ServerProgram.StartAsync(program, 0, false,
    [
        .. settings.Select(word => word is "README.md" ? Path.Combine(_folder.FullName, word) : word),
        .. program switch
        {
            "Errors" when settings.Count == 0 => ["--Users:Database", Path.Combine(_folder.FullName, "users.db")],
            "Upload" => (string[])["--Upload:Root", Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}")],
            "Transcoding" => ["--Rest:Url", _rest],
            _ => [],
        },
    ]);

    // A test has addresses of its own.
    private static IEnumerable<string> WithoutAddresses(IReadOnlyList<string> words) => words
        .Where((word, index) => word is not ("--urls" or "--server" or "--Rest:Url" or "--rest") && !word.StartsWith("http://", StringComparison.Ordinal));

    private async Task<(int ExitCode, string Printed)> RunAsync(string program, string[] arguments, bool endsAtFirstLine)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            // Nobody types: a chat ends there.
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(Patience);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            if (endsAtFirstLine)
            {
                return (0, await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException(await error));
            }

            var printed = await process.StandardOutput.ReadToEndAsync(limit.Token) + await error;
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, printed);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    // In the first line of a list.
    [GeneratedRegex(@"^\S+")]
    private static partial Regex Id();

    [GeneratedRegex(@"^HTTP/[\d.]+ (?<status>\d{3})")]
    private static partial Regex Status();
}
