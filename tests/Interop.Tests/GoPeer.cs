namespace Workshop.Interop.Tests;

/// <summary>Go with grpc.</summary>
internal sealed class GoPeer : Peer
{
    // What the clients import, below the src of a GOPATH.
    private static readonly string[] Imported = ["google.golang.org/grpc", "google.golang.org/protobuf"];

    protected override async Task<string?> PrepareAsync()
    {
        if (await ProgramRun.OfAsync(["go", "version"], InstallLimit) is null)
        {
            return "There is no Go here (command go).";
        }

        if ((await DescribeContractsAsync() ?? await InstallAsync(CommandPage.CommandWith("cp -R "))) is { } missing)
        {
            return missing;
        }

        // The system's own packages, such as Debian's, serve as well, and need no network.
        var build = CommandPage.CommandWith("env GO111MODULE=off ");
        if (!HasPackages(build.Single(word => word.StartsWith("GOPATH=", StringComparison.Ordinal))["GOPATH=".Length..]))
        {
            if (await InstallAsync(CommandPage.CommandWith("go get ")) is { } problem)
            {
                return "No Go here has google.golang.org/grpc: install Go 1.25 or later and let it reach a module proxy, or "
                    + $"install the packages of the system. {problem}";
            }

            build = CommandPage.CommandWith("go build -C ");
        }

        // All that the clients need is here: when they do not build, the tests fail.
        var failure = await InstallAsync(build);
        Assert.True(failure is null, failure);
        return null;
    }

    protected override string CommandOf(string client) => $"/go/clients {client} ";

    private static bool HasPackages(string path) => Imported.All(package => Directory.Exists(Path.Combine(path, "src", package)));
}
