namespace Workshop.Interop.Tests;

/// <summary>Node.js with grpc-js.</summary>
internal sealed class JavaScriptPeer : Peer
{
    protected override async Task<string?> PrepareAsync() =>
        await ProgramRun.OfAsync(["node", "--version"], InstallLimit) is null
            ? "There is no Node.js here (command node)."
            : await NodePackages.MissingAsync();

    protected override string CommandOf(string client) => $"clients/javascript/{client}.js";

    // export NAME="$PWD/…"
    protected override IReadOnlyDictionary<string, string> Environment()
    {
        var parts = CommandPage.CommandWith("export NODE_PATH=")[1].Split('=', 2);
        return new Dictionary<string, string> { [parts[0]] = parts[1].Trim('"').Replace("$PWD", Repository.Root, StringComparison.Ordinal) };
    }
}
