using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Greeter.V1;

namespace Workshop.Hello;

/// <summary>Calls GreeterService.</summary>
internal static class GreetClient
{
    /// <summary>Greets each name in turn and writes a line per greeting.</summary>
    /// <exception cref="RpcException">A call ended with a status other than OK.</exception>
    public static async Task GreetAsync(GreetOptions options, TextWriter output)
    {
        // A channel holds the connection. It is made once and shared by all calls: a new one per call would
        // connect anew each time.
        using var channel = GrpcChannel.ForAddress(options.Server);
        var greeter = new GreeterService.GreeterServiceClient(channel);
        var deadline = DateTime.UtcNow + options.Deadline;
        foreach (var name in options.Names)
        {
            var response = await greeter.SayHelloAsync(
                new SayHelloRequest { Name = name },
                deadline: deadline);
            await output.WriteLineAsync(response.Message);
        }
    }
}
