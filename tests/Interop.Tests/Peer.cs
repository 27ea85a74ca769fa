namespace Workshop.Interop.Tests;

/// <summary>A language whose clients call the labs.</summary>
internal abstract class Peer
{
    private static readonly Dictionary<string, Peer> All = new()
    {
        ["javascript"] = new JavaScriptPeer(),
        ["python"] = new PythonPeer(),
        ["go"] = new GoPeer(),
    };

    private readonly Lazy<Task<string?>> _missing;

    protected Peer() => _missing = new Lazy<Task<string?>>(PrepareAsync);

    public static IEnumerable<TheoryDataRow<string>> Languages => All.Keys.Select(name => new TheoryDataRow<string>(name));

    protected static TimeSpan InstallLimit => TimeSpan.FromMinutes(3);

    /// <summary>The peer of a language. The test is skipped where these tests are not asked for, or the language or a package
    /// of it is missing.</summary>
    public static async Task<Peer> OfAsync(string language)
    {
        OptIn.SkipUnlessAsked();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The page has the paths of Linux and macOS, and so have these tests.");
        var peer = All[language];
        Assert.SkipWhen(await peer._missing.Value is not null, await peer._missing.Value ?? "");
        return peer;
    }

    /// <summary>Starts a client as the page says, with another address than the page's.</summary>
    /// <param name="client">What the client does, such as <c>upload</c>.</param>
    /// <param name="server">What it calls.</param>
    /// <param name="argument">What stands in place of the page's last word.</param>
    /// <param name="options">What is added to the command.</param>
    public ClientProgram Start(string client, LabServer server, string argument, params string[] options)
    {
        var words = CommandPage.CommandWith(CommandOf(client)).ToList();
        Assert.Contains(CommandPage.Address, words);
        words = [.. words.Select(word => word == CommandPage.Address ? server.Address.Authority : word)];
        words[^1] = argument;
        return new ClientProgram([.. AsHere(words), .. options], Environment());
    }

    /// <summary>Runs a client to its end.</summary>
    public async Task<ClientProgram> RunAsync(string client, LabServer server, string argument, params string[] options)
    {
        var program = Start(client, server, argument, options);
        await program.EndAsync();
        return program;
    }

    /// <summary>Installs what the clients need.</summary>
    /// <returns>Null, or a sentence that says what is missing.</returns>
    protected abstract Task<string?> PrepareAsync();

    /// <summary>What the page's command of a client contains, and no other command.</summary>
    protected abstract string CommandOf(string client);

    /// <summary>A command of the page as this machine can run it.</summary>
    protected virtual IReadOnlyList<string> AsHere(IReadOnlyList<string> words) => words;

    /// <summary>The environment variables that the page sets.</summary>
    protected virtual IReadOnlyDictionary<string, string> Environment() => new Dictionary<string, string>();

    /// <summary>Makes the file with the descriptors of all contracts, as the page says.</summary>
    /// <returns>Null, or a sentence that says what is missing.</returns>
    protected static async Task<string?> DescribeContractsAsync() =>
        await NodePackages.MissingAsync() ?? await InstallAsync(CommandPage.CommandWith("buf build"));

    /// <summary>Runs a command that installs something.</summary>
    /// <returns>Null, or a sentence that says what did not work.</returns>
    protected static async Task<string?> InstallAsync(IReadOnlyList<string> command) =>
        await ProgramRun.OfAsync(command, InstallLimit) switch
        {
            null => $"There is no {command[0]} here.",
            { ExitCode: 0 } => null,
            var run => $"This did not work here: {string.Join(' ', command)}: {LastLine(run.Error + run.Output)}",
        };

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
}
