namespace Workshop.Interop.Tests;

/// <summary>Python with grpcio.</summary>
internal sealed class PythonPeer : Peer
{
    private const string InEnvironment = "artifacts/interop/python/bin/python";

    // A Python that has the packages already, such as Debian's with python3-grpcio, serves as well.
    private static readonly string[] Candidates = [InEnvironment, "python3", "/usr/bin/python3"];

    private string _python = InEnvironment;

    protected override async Task<string?> PrepareAsync()
    {
        if (await DescribeContractsAsync() is { } missing)
        {
            return missing;
        }

        if (await FindAsync())
        {
            return null;
        }

        var problem = await InstallAsync(CommandPage.CommandWith("-m venv"))
            ?? await InstallAsync([.. CommandPage.CommandWith("pip install"), "--retries", "0", "--quiet"]);
        return await FindAsync() ? null : $"No Python here has the packages grpcio and protobuf. {problem}";
    }

    protected override string CommandOf(string client) => $"clients/python/{client}.py";

    protected override IReadOnlyList<string> AsHere(IReadOnlyList<string> words)
    {
        Assert.Equal(InEnvironment, words[0]);
        return [_python, .. words.Skip(1)];
    }

    private async Task<bool> FindAsync()
    {
        foreach (var candidate in Candidates)
        {
            if (await ProgramRun.OfAsync([candidate, "-c", "import google.protobuf, grpc"], InstallLimit) is { ExitCode: 0 })
            {
                _python = candidate;
                return true;
            }
        }

        return false;
    }
}
