using System.Text.Json;
using Grpc.Core;

namespace Workshop.Interop.Tests;

/// <summary>A tool without a program: <c>buf curl</c>, which asks the server for its contract.</summary>
public sealed class BufCurlCalls
{
    private static readonly string[] Development = ["--environment", "Development"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("Hello", "workshop.greeter.v1.GreeterService")]
    [InlineData("Upload", "workshop.files.v1.FileService")]
    [InlineData("Tail", "workshop.logs.v1.LogService")]
    public async Task Services_are_listed(string program, string service)
    {
        await using var server = await StartAsync(program, Development);

        var run = await RunAsync("--list-services", server);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", service],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_method_is_called_without_its_contract()
    {
        await using var server = await StartAsync("Hello", Development);

        var run = await RunAsync("/SayHello", server);

        Assert.Equal("Hello, Ada!", JsonDocument.Parse(run.Output).RootElement.GetProperty("message").GetString());
        await server.LogsAsync("/workshop.greeter.v1.GreeterService/SayHello ended with OK");
    }

    [Fact]
    public async Task A_stream_is_read_to_its_end()
    {
        await using var server = await StartAsync("Tail", Development);

        var run = await RunAsync("/StreamLogs", server);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("caughtUp", run.Output);
    }

    [Fact]
    public async Task With_the_contract_at_hand_no_reflection_is_needed()
    {
        await using var server = await StartAsync("Upload");

        var run = await RunAsync("--schema protos", server);

        Assert.Equal("{}", run.Output.Replace("\n", "", StringComparison.Ordinal));
        await server.LogsAsync("/workshop.files.v1.FileService/ListFiles ended with OK");
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("Upload")]
    [InlineData("Tail")]
    public async Task Outside_development_a_server_tells_nothing(string program)
    {
        await using var server = await StartAsync(program);
        var method = new Method<byte[], byte[]>(
            MethodType.DuplexStreaming, "grpc.reflection.v1.ServerReflection", "ServerReflectionInfo", Bytes, Bytes);

        using var call = server.Channel.CreateCallInvoker()
            .AsyncDuplexStreamingCall(method, null, new CallOptions(deadline: DateTime.UtcNow + Limit));
        var refusal = await Assert.ThrowsAsync<RpcException>(
            () => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.Equal(StatusCode.Unimplemented, refusal.StatusCode);
    }

    private static Marshaller<byte[]> Bytes { get; } = new(bytes => bytes, bytes => bytes);

    private static async Task<LabServer> StartAsync(string program, params string[] settings)
    {
        OptIn.SkipUnlessAsked();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The page has the paths of Linux and macOS, and so have these tests.");
        var missing = await NodePackages.MissingAsync();
        Assert.SkipWhen(missing is not null, missing ?? "");
        return await LabServer.StartAsync(program, settings);
    }

    private static async Task<ProgramRun> RunAsync(string command, LabServer server)
    {
        var words = CommandPage.CommandWith(command)
            .Select(word => word.Replace(CommandPage.Address, server.Address.Authority, StringComparison.Ordinal));
        return (await ProgramRun.OfAsync([.. words], Limit))!;
    }
}
