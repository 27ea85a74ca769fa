using Grpc.Core;
using Workshop.Greeter.V1;

namespace Workshop.Checks;

/// <summary>The server for the checks of the client: the name decides how it behaves.</summary>
internal sealed class ScriptedGreeter : GreeterService.GreeterServiceBase
{
    public const string NeverAnswered = "Godot";
    public const string Refused = "Rumpelstiltskin";
    public const string Full = "Everyone";
    public const string OutOfTime = "Hare";
    public const string Forger = "Loki";
    public const string RefusedByForger = "Odin";
    public const string Reason = "this name must not be spoken";

    /// <summary>What a console obeys, a line that looks like the client's own, and a text that reads backwards.</summary>
    public const string Forged = "x\e[2J\r\nHello, you.\u202e";

    /// <summary>What is said of a client that does not wait for a response before it makes the next call.</summary>
    public const string InParallel = "the calls were under way at the same time";

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(150);

    private readonly Lock _lock = new();
    private readonly List<DateTime> _deadlines = [];
    private bool _isParallel;
    private int _underWay;
    private string _printedBefore = "";

    /// <summary>Whether the first call gets its response late. Not the call of a name: of calls that are made at the same time, any may
    /// arrive first.</summary>
    public bool AnswersFirstCallLate { get; init; }

    /// <summary>What the client has printed so far.</summary>
    public Func<string> Printed { get; set; } = () => "";

    /// <summary>Whether each call had a deadline of its own, although it began only after the late response to the call before.
    /// </summary>
    /// <remarks>A deadline arrives as the time that is left, so two arrivals of one deadline differ by the time on the
    /// way, two deadlines by the whole of the late answer. A client that rounds the time to seconds, as Grpc.Net.Client
    /// does with an hour, hides that.</remarks>
    public string Deadlines => _isParallel
        ? InParallel
        : _deadlines.Zip(_deadlines.Skip(1), (first, second) => second - first).All(apart => apart > 0.7 * Late)
            ? "each counted from its own call"
            : "both counted from the first call";

    /// <summary>How many calls arrived.</summary>
    public int Calls => _deadlines.Count;

    /// <summary>What had come about when the second call arrived.</summary>
    public string SecondCall => _isParallel
        ? InParallel
        : _printedBefore.Length > 0 ? "made when the first greeting was printed" : "made before the first greeting was printed";

    public override async Task<SayHelloResponse> SayHello(SayHelloRequest request, ServerCallContext context)
    {
        bool isFirst;
        lock (_lock)
        {
            isFirst = _deadlines.Count == 0;
            _isParallel |= _underWay > 0;
            _underWay++;
            _deadlines.Add(context.Deadline);
            if (_deadlines.Count == 2)
            {
                _printedBefore = Printed();
            }
        }

        try
        {
            if (isFirst && AnswersFirstCallLate)
            {
                await Task.Delay(Late, context.CancellationToken);
            }

            return await AnswerAsync(request, context);
        }
        finally
        {
            lock (_lock)
            {
                _underWay--;
            }
        }
    }

    private static async Task<SayHelloResponse> AnswerAsync(SayHelloRequest request, ServerCallContext context)
    {
        switch (request.Name)
        {
            case NeverAnswered:
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                break;
            case Refused:
                throw new RpcException(new Status(StatusCode.InvalidArgument, Reason));
            case OutOfTime:
                throw new RpcException(new Status(StatusCode.DeadlineExceeded, "the server stopped work at the deadline"));
            case Full:
                throw new RpcException(new Status(StatusCode.ResourceExhausted, "no room for that many"));
            case RefusedByForger:
                throw new RpcException(new Status(StatusCode.InvalidArgument, Forged));
            case Forger:
                return new SayHelloResponse { Message = Forged };
        }

        return new SayHelloResponse { Message = $"Hello from the check, {request.Name}." };
    }
}
