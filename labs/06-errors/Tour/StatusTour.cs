using Google.Protobuf;
using Grpc.Core;
using Workshop.ServiceDefaults;
using Workshop.StatusTour.V1;
using RichStatus = Google.Rpc.Status;

namespace Workshop.Errors.Tour;

/// <summary>Ends calls as it is told to.</summary>
internal sealed class StatusTour(IHostApplicationLifetime lifetime) : StatusTourService.StatusTourServiceBase
{
    private const int MaxMessageCharacters = 1000;
    private const int MaxDetails = 16;
    private const int MaxDetailsBytes = 4096;

    private static readonly ErrorDomain Errors = new("statustour.workshop.example");
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    // One for all calls: it is never written to.
    private static readonly ByteString TooMuch = UnsafeByteOperations.UnsafeWrap(new byte[5 * 1024 * 1024]);

    public override Task<EndCallResponse> EndCall(EndCallRequest request, ServerCallContext context) =>
        Task.FromResult(Answer(request));

    public override async Task<MisbehaveResponse> Misbehave(MisbehaveRequest request, ServerCallContext context)
    {
        switch (request.Misbehaviour)
        {
            case Misbehaviour.Throw:
                throw new InvalidOperationException("The tour was asked to throw.");
            case Misbehaviour.NeverEnd:
                // A client sees by them that the method works.
                await context.WriteResponseHeadersAsync([]);
                await WaitAsync(context.CancellationToken);
                return new MisbehaveResponse();
            case Misbehaviour.AnswerTooMuch:
                return new MisbehaveResponse { Filling = TooMuch };
            case Misbehaviour.Reset:
                context.GetHttpContext().Abort();
                return new MisbehaveResponse();
            default:
                throw Errors.InvalidArgument(
                    "MISBEHAVIOUR_UNKNOWN", "misbehaviour", $"misbehaviour is {(int)request.Misbehaviour}: there are 1 to 4.");
        }
    }

    /// <summary>What <c>EndCall</c> does, for gRPC and for REST.</summary>
    internal static EndCallResponse Answer(EndCallRequest request)
    {
        if (request.Code is < (int)StatusCode.OK or > (int)StatusCode.Unauthenticated)
        {
            throw Errors.InvalidArgument("CODE_UNKNOWN", "code", $"code is {request.Code}: there are 0 to 16.");
        }

        if (request.Message.Length > MaxMessageCharacters)
        {
            throw Errors.InvalidArgument(
                "MESSAGE_TOO_LONG", "message", $"message has {request.Message.Length} characters: at most {MaxMessageCharacters} are allowed.");
        }

        var bytes = request.Details.Sum(detail => detail.CalculateSize());
        if (request.Details.Count > MaxDetails || bytes > MaxDetailsBytes)
        {
            throw Errors.InvalidArgument(
                "DETAILS_TOO_LARGE", "details", $"There are {request.Details.Count} details with {bytes} bytes: at most {MaxDetails} with {MaxDetailsBytes} bytes are allowed.");
        }

        return request.Code == (int)StatusCode.OK
            ? new EndCallResponse()
            : throw new RichStatus { Code = request.Code, Message = request.Message, Details = { request.Details } }.ToRpcException();
    }

    private async Task WaitAsync(CancellationToken callerIsGone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(callerIsGone, lifetime.ApplicationStopping);
        try
        {
            await Task.Delay(LongestCall, end.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw Errors.Error(StatusCode.Unavailable, "SERVER_STOPS", "The server stops. Try again.");
        }
    }
}
