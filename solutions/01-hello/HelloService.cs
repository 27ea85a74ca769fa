using Grpc.Core;
using Workshop.Greeter.V1;

namespace Workshop.Hello;

/// <summary>Handles the calls of <c>workshop.greeter.v1.GreeterService</c>.</summary>
internal sealed class HelloService : GreeterService.GreeterServiceBase
{
    public override Task<SayHelloResponse> SayHello(SayHelloRequest request, ServerCallContext context)
    {
        if (NameRules.Problem(request.Name) is { } problem)
        {
            // INVALID_ARGUMENT: the same request will never succeed, so the caller should not try it again.
            throw new RpcException(new Status(StatusCode.InvalidArgument, problem));
        }

        return Task.FromResult(new SayHelloResponse { Message = $"Hello, {request.Name}!" });
    }
}
