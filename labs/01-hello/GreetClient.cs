using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Greeter.V1;

namespace Workshop.Hello;

/// <summary>Calls GreeterService.</summary>
internal static class GreetClient
{
    /// <summary>Greets each name, one after the other, and writes a line per greeting.</summary>
    /// <exception cref="RpcException">A call ended with a status other than OK.</exception>
    public static Task GreetAsync(GreetOptions options, TextWriter output)
    {
        // TODO 01.3: greet every name of options.Names over one channel, each call with a deadline.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 01.3 is not done yet. See labs/01-hello/README.md."));
    }
}
