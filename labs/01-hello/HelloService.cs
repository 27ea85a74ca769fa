using Grpc.Core;
using Workshop.Greeter.V1;

namespace Workshop.Hello;

/// <summary>Handles the calls of <c>workshop.greeter.v1.GreeterService</c>.</summary>
internal sealed class HelloService : GreeterService.GreeterServiceBase
{
    public override Task<SayHelloResponse> SayHello(SayHelloRequest request, ServerCallContext context)
    {
        // TODO 01.1: return the message "Hello, NAME!", where NAME is the request's name.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 01.1 is not done yet. See labs/01-hello/README.md."));
    }
}
