using Grpc.Core;
using Workshop.Greeter.V1;

namespace Workshop.Hello;

/// <summary>Answers the calls of <c>workshop.greeter.v1.GreeterService</c>.</summary>
internal sealed class HelloService : GreeterService.GreeterServiceBase
{
    public override Task<SayHelloResponse> SayHello(SayHelloRequest request, ServerCallContext context)
    {
        return Task.FromResult(new SayHelloResponse { Message = $"Hello, {request.Name}!" });
    }
}
