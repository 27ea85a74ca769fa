using Grpc.Core;
using Workshop.Greeter.V1;

namespace Workshop.Checks;

/// <summary>The server that the client's checks talk to: the name decides how it behaves.</summary>
internal sealed class ScriptedGreeter : GreeterService.GreeterServiceBase
{
    public const string NeverAnswered = "Godot";
    public const string Refused = "Rumpelstiltskin";
    public const string Full = "Everyone";
    public const string Reason = "this name must not be spoken";

    public override async Task<SayHelloResponse> SayHello(SayHelloRequest request, ServerCallContext context)
    {
        switch (request.Name)
        {
            case NeverAnswered:
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                break;
            case Refused:
                throw new RpcException(new Status(StatusCode.InvalidArgument, Reason));
            case Full:
                throw new RpcException(new Status(StatusCode.ResourceExhausted, "no room for that many"));
        }

        return new SayHelloResponse { Message = $"Hello from the check, {request.Name}." };
    }
}
