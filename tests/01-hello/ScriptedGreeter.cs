using Grpc.Core;
using Workshop.Greeter.V1;

namespace Workshop.Checks;

/// <summary>The server for the checks of the client: the name decides how it behaves.</summary>
internal sealed class ScriptedGreeter : GreeterService.GreeterServiceBase
{
    public const string NeverAnswered = "Godot";
    public const string Refused = "Rumpelstiltskin";
    public const string Full = "Everyone";
    public const string AnsweredLate = "Tortoise";
    public const string Reason = "this name must not be spoken";

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(150);

    private readonly List<DateTime> _deadlines = [];

    /// <summary>Whether each call had a deadline of its own, although it began only after the late response to the call before.
    /// </summary>
    /// <remarks>A deadline arrives as the time that is left, so two arrivals of one deadline differ by the time on the
    /// way, two deadlines by the whole of the late answer. A client that rounds the time to seconds, as Grpc.Net.Client
    /// does with an hour, hides that.</remarks>
    public bool SawNewDeadlines => _deadlines.Zip(_deadlines.Skip(1), (first, second) => second - first).All(apart => apart > 0.7 * Late);

    public override async Task<SayHelloResponse> SayHello(SayHelloRequest request, ServerCallContext context)
    {
        _deadlines.Add(context.Deadline);
        switch (request.Name)
        {
            case AnsweredLate:
                await Task.Delay(Late, context.CancellationToken);
                break;
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
