using Grpc.Core;
using Workshop.Greeter.V1;
using Workshop.Harness;
using Workshop.Hello;

namespace Workshop.Tests;

/// <summary>What a check says of the deadline that a client's call has.</summary>
public sealed class DeadlineTests
{
    [Fact, Trait("Todo", "01.3")]
    public async Task A_deadline_has_the_unit_that_fits()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new Echo());

        foreach (var milliseconds in new[] { "5000", "60000", "3600000" })
        {
            await check.RunAsync(GreetCommand.RunAsync, "greet", "Ada", "--server", peer, "--deadline-ms", milliseconds);
        }

        await check.MatchAsync("The snapshot says 5 s, 60 s, 60 min.");
    }

    private sealed class Echo : GreeterService.GreeterServiceBase
    {
        public override Task<SayHelloResponse> SayHello(SayHelloRequest request, ServerCallContext context) =>
            Task.FromResult(new SayHelloResponse { Message = request.Name });
    }
}
