using System.Diagnostics;
using Workshop.Logs.V1;

namespace Workshop.Tests;

public sealed class LeavingTests
{
    private const int Cycles = 1_000;
    private const int WarmUp = 100;
    private const int MoreHandles = 10;
    private const long MoreMemory = 4 << 20;

    [Fact]
    public async Task A_thousand_followers_that_leave_leave_nothing_behind()
    {
        await using var server = await TailServer.StartAsync();
        server.Log("kept");
        await CycleAsync(server, WarmUp);
        var (handles, memory) = Use();

        await CycleAsync(server, Cycles);

        await TailServer.NobodyFollowsAsync();
        var (handlesNow, memoryNow) = Use();
        Assert.True(handlesNow <= handles + MoreHandles, $"{handlesNow} handles after {Cycles} streams, {handles} before.");
        Assert.True(memoryNow <= memory + MoreMemory, $"{memoryNow:#,0} bytes after {Cycles} streams, {memory:#,0} before.");
    }

    // Some leave after the stored entries, some in the middle of them, some before anything came.
    private static async Task CycleAsync(TailServer server, int cycles)
    {
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            using var call = server.Client.StreamLogs(new StreamLogsRequest { Follow = true });
            for (var message = 0; message < cycle % 3; message++)
            {
                Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            }
        }
    }

    private static (int Handles, long Memory) Use()
    {
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return (process.HandleCount, memory);
    }
}
