using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Greeter.V1;

namespace Workshop.Hello;

/// <summary>Calls GreeterService.</summary>
internal static class GreetClient
{
    /// <summary>Greets each name, one after the other, and writes a line per greeting.</summary>
    /// <exception cref="RpcException">A call ended with a status other than OK.</exception>
    public static async Task GreetAsync(GreetOptions options, TextWriter output)
    {
        // A channel holds the connection. Make it once and use it for all calls: a new channel per call would
        // connect again each time.
        using var channel = GrpcChannel.ForAddress(options.Server);
        var greeter = new GreeterService.GreeterServiceClient(channel);
        foreach (var name in options.Names)
        {
            // Without a deadline a call waits for ever. A deadline is a point in time, in UTC: each call needs a new one.
            var response = await greeter.SayHelloAsync(
                new SayHelloRequest { Name = name },
                deadline: DateTime.UtcNow + options.Deadline);
            await output.WriteLineAsync(response.Message);
        }
    }
}
