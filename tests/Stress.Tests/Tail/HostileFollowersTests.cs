using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>What is cut is let go: a server whose heap is limited survives hostile clients, and serves an ordinary one meanwhile.
/// </summary>
/// <remarks>A few seconds; two minutes when the environment variable <c>WORKSHOP_LONG</c> is 1.</remarks>
public sealed class HostileFollowersTests
{
    private const long HeapLimit = 256L << 20;
    private const long MiB = 1 << 20;
    private const int Writes = 250;
    private const int WriteBytes = 4_000_000;
    private const int LargestWrite = 250_000;
    private const int DeafReaders = 40;
    private const int LongSource = 60 * 1024;
    private const string Ordinary = "Ordinary";

    private static readonly TimeSpan Duration = LongRun.Is ? TimeSpan.FromMinutes(2) : TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, int> _results = new();

    [Fact]
    public async Task A_server_with_a_small_heap_survives_them_and_serves_an_ordinary_client()
    {
        await using var server = await ServerProgram.StartAsync(
            "Tail", port: 0, obeysRights: false, HeapLimit, "--Tail:MaxTextLength", $"{LongSource}", "--Tail:ConsoleLevel", "Fatal");
        using var end = new CancellationTokenSource(Duration);
        using var deafChannel = TailServer.Connect(server.Address);
        var deaf = new LogService.LogServiceClient(deafChannel);
        var calls = Enumerable.Range(0, DeafReaders)
            .Select(_ => deaf.StreamLogs(new StreamLogsRequest { Follow = true })).ToList();
        await Task.WhenAll(calls.Select(call => call.ResponseHeadersAsync));

        var attacks = new[] { Task.Run(() => WriteAsync(server.Address, end.Token)), Task.Run(() => WriteAsync(server.Address, end.Token)) };
        var (served, slowest) = await ServeAsync(server.Address, end.Token);
        await Task.WhenAll(attacks).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.False(server.Process.HasExited, "The server has ended.");
        Assert.True(served > 0, "The ordinary client was not served once.");
        Assert.True(_results.ContainsKey("OK") && _results.ContainsKey("ResourceExhausted"), "There was no attack.");
        server.Process.Refresh();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{served} entries came back in {Duration.TotalSeconds:0} s, the slowest in {slowest.TotalSeconds:0.00} s; {server.Process.PeakWorkingSet64 / MiB} MiB at most; writes ended with {string.Join(", ", _results.Select(result => $"{result.Value} {result.Key}"))}");
        calls.ForEach(call => call.Dispose());
    }

    // Writes an entry and reads it on a stream that follows, again and again. None may be missing.
    private static async Task<(int Served, TimeSpan Slowest)> ServeAsync(string address, CancellationToken end)
    {
        using var channel = TailServer.Connect(address);
        var client = new LogService.LogServiceClient(channel);
        using var follower = await TailFollower.OpenAsync(client, new StreamLogsRequest { TailLines = 0, SourcePrefix = Ordinary });
        var (served, slowest) = (0, TimeSpan.Zero);
        while (!end.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await client.WriteLogAsync(
                new WriteLogRequest { Source = Ordinary, Message = $"entry {served}" }, deadline: DateTime.UtcNow + Patience, cancellationToken: CancellationToken.None);
            var messages = await follower.UntilAsync(message => message.Entry is not null)
                .WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.Equal($"entry {served}", messages[^1].Entry.Message);
            Assert.DoesNotContain(messages, message => message.Gap is not null);
            served++;
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            // As often as somebody who works, not as fast as the machine: it proves nothing, it paces.
            await Task.Delay(Pause, CancellationToken.None);
        }

        return (served, slowest);
    }

    // Messages of 4 MB, which are refused; and, of the longest source that is allowed, the largest ones that are not.
    private async Task WriteAsync(string address, CancellationToken end)
    {
        using var channel = TailServer.Connect(address);
        var client = new LogService.LogServiceClient(channel);
        var tooLarge = new WriteLogRequest { Source = "Hostile", Message = new string('x', WriteBytes) };
        var largest = new WriteLogRequest { Source = new string('s', LongSource), Message = new string('x', LongSource), Count = 20 };
        for (var number = 0; largest.CalculateSize() + LongSource < LargestWrite; number++)
        {
            largest.Properties.Add($"{number}", new string('v', LongSource));
        }

        for (var write = 0; write < Writes / 2 || !end.IsCancellationRequested; write++)
        {
            await Task.WhenAll(TryAsync(client, tooLarge), TryAsync(client, largest));
        }
    }

    private async Task TryAsync(LogService.LogServiceClient client, WriteLogRequest request)
    {
        string result;
        try
        {
            await client.WriteLogAsync(request, deadline: DateTime.UtcNow + Patience);
            result = "OK";
        }
        catch (RpcException exception)
        {
            result = $"{exception.StatusCode}";
        }

        _results.AddOrUpdate(result, 1, (_, times) => times + 1);
    }
}
