using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.Logs.V1;
using Workshop.Tail;
using Status = Google.Rpc.Status;

namespace Workshop.Tests;

/// <summary>A server can leave out any field, or send a value that means nothing: the client shows what it can.</summary>
public sealed class HostileLogServerTests
{
    private const string EndText = "the end";

    private static readonly Timestamp NoTime = new() { Seconds = long.MaxValue, Nanos = int.MaxValue };

    public static TheoryData<string, StreamLogsResponse> Messages() => new()
    {
        { "an empty message", new StreamLogsResponse() },
        { "an empty entry", Entry(new LogEntry()) },
        { "a time that is none", Entry(new LogEntry { Timestamp = NoTime }) },
        { "negative nanoseconds", Entry(new LogEntry { Timestamp = new Timestamp { Nanos = -1 } }) },
        { "the first time of all", Entry(new LogEntry { Timestamp = Timestamp.FromDateTimeOffset(DateTimeOffset.MinValue) }) },
        { "the last time of all", Entry(new LogEntry { Timestamp = Timestamp.FromDateTimeOffset(DateTimeOffset.MaxValue) }) },
        { "a level of tomorrow", Entry(new LogEntry { Level = (Level)99 }) },
        { "an empty gap", new StreamLogsResponse { Gap = new Gap() } },
        { "a negative gap", new StreamLogsResponse { Gap = new Gap { Dropped = -1 } } },
        { "caught up without an interval", CaughtUp(null) },
        { "an interval of nothing", CaughtUp(new Duration()) },
        { "a negative interval", CaughtUp(new Duration { Seconds = -1 }) },
        { "an interval of 10,000 years", CaughtUp(new Duration { Seconds = Duration.MaxSeconds }) },
        { "an interval that is none", CaughtUp(new Duration { Seconds = long.MaxValue, Nanos = int.MinValue }) },
    };

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public async Task The_client_shows_what_comes_after(string name, StreamLogsResponse message)
    {
        foreach (var zone in new[] { "--utc", "--follow" })
        {
            var (exitCode, output, _) = await TailAsync(new HostileLogs(message), zone);

            Assert.True(exitCode == 0, $"After {name}, with {zone}, the exit code is {exitCode}.");
            Assert.EndsWith($" {EndText}", output.TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_entry_without_a_time_is_shown_without_one()
    {
        var (_, output, _) = await TailAsync(new HostileLogs(Entry(new LogEntry { Level = Level.Warning, Source = "Shop", Message = "late" })), "--utc");

        Assert.StartsWith("--:--:--.--- WRN Shop late", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Duration.MaxSeconds)]
    public async Task A_wait_that_makes_no_sense_is_not_obeyed(long seconds)
    {
        var (exitCode, output, error) = await TailAsync(new HostileLogs(new StreamLogsResponse(), seconds), "--follow");

        Assert.Equal(0, exitCode);
        Assert.EndsWith($" {EndText}", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("will continue", error, StringComparison.Ordinal);
    }

    private static StreamLogsResponse Entry(LogEntry entry) => new() { Entry = entry };

    private static StreamLogsResponse CaughtUp(Duration? interval) => new() { CaughtUp = new CaughtUp { HeartbeatInterval = interval } };

    private static async Task<(int ExitCode, string Output, string Error)> TailAsync(HostileLogs logs, params string[] options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(logs);
        await using var app = builder.Build();
        app.MapGrpcService<HostileLogs>();
        await app.StartAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await TailCommandLine.RunAsync(["tail", "--server", app.Urls.First(), .. options], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Sends a message, and an entry behind it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="retrySeconds">If given, the first stream ends with this wait instead.</param>
    private sealed class HostileLogs(StreamLogsResponse message, long? retrySeconds = null) : LogService.LogServiceBase
    {
        private int _calls;

        public override async Task StreamLogs(
            StreamLogsRequest request, IServerStreamWriter<StreamLogsResponse> responseStream, ServerCallContext context)
        {
            if (++_calls == 1 && retrySeconds is { } seconds)
            {
                throw new Status
                {
                    Code = (int)StatusCode.Unavailable,
                    Message = "later",
                    Details = { Any.Pack(new RetryInfo { RetryDelay = new Duration { Seconds = seconds } }) },
                }.ToRpcException();
            }

            await responseStream.WriteAsync(message);
            await responseStream.WriteAsync(Entry(new LogEntry { Timestamp = new Timestamp(), Message = EndText }));
        }
    }
}
