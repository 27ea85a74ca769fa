namespace Workshop.Interop.Tests;

/// <summary>Go with grpc-go.</summary>
internal sealed class GoPeer : Peer
{
    protected override async Task<string?> PrepareAsync() =>
        await ProgramRun.OfAsync(["go", "version"], InstallLimit) is null
            ? "There is no Go here (command go)."
            : await DescribeContractsAsync();

    protected override string FileOf(string client) => $"clients/go {client}";
}
