using Grpc.Core;
using Grpc.Net.Client;
using Workshop.StatusTour.V1;

namespace Workshop.Errors.Tour;

/// <summary>What the tour calls.</summary>
/// <param name="Server">The server whose <c>StatusTour</c> is measured.</param>
/// <param name="Others">What may stand in its place.</param>
internal sealed record Surroundings(Uri Server, OtherServers Others)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    /// <summary>Calls <c>EndCall</c>.</summary>
    /// <param name="server">Whom to call.</param>
    /// <param name="request">How the call should end.</param>
    /// <param name="headers">The headers of the call.</param>
    /// <param name="configure">Changes the channel's options.</param>
    public static Task EndCallAsync(
        Uri server, EndCallRequest request, Metadata? headers = null, Action<GrpcChannelOptions>? configure = null) =>
        CallAsync(server, configure, client => client.EndCallAsync(request, headers, DateTime.UtcNow + Deadline));

    /// <summary>Calls <c>Misbehave</c> of the server that is measured.</summary>
    public Task MisbehaveAsync(Misbehaviour misbehaviour, TimeSpan? deadline = null, CancellationToken cancellationToken = default) =>
        CallAsync(Server, null, client => client.MisbehaveAsync(
            new MisbehaveRequest { Misbehaviour = misbehaviour }, null, DateTime.UtcNow + (deadline ?? Deadline), cancellationToken));

    /// <summary>Calls a method that the server does not have.</summary>
    public Task CallUnknownAsync(string service, string method)
    {
        var unknown = new Method<EndCallRequest, EndCallResponse>(
            MethodType.Unary,
            service,
            method,
            Marshallers.Create(_ => [], _ => new EndCallRequest()),
            Marshallers.Create(_ => [], _ => new EndCallResponse()));
        return CallAsync(Server, null, client => client.Invoker.AsyncUnaryCall(
            unknown, null, new CallOptions(deadline: DateTime.UtcNow + Deadline), new EndCallRequest()));
    }

    // A channel of its own: what one call does to its connection is nothing to the next one.
    private static async Task CallAsync<TResponse>(
        Uri server, Action<GrpcChannelOptions>? configure, Func<TourClient, AsyncUnaryCall<TResponse>> make)
    {
        var options = new GrpcChannelOptions();
        configure?.Invoke(options);
        using var channel = GrpcChannel.ForAddress(server, options);
        using var call = make(new TourClient(channel.CreateCallInvoker()));
        await call;
    }

    private sealed class TourClient(CallInvoker invoker) : StatusTourService.StatusTourServiceClient(invoker)
    {
        public CallInvoker Invoker => CallInvoker;
    }
}
