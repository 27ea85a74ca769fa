using Grpc.Core;
using Workshop.StatusTour.V1;

namespace Workshop.Errors.Tour;

/// <summary>What the gRPC library ends with a status by itself.</summary>
/// <remarks>Documented in https://github.com/grpc/grpc/blob/master/doc/statuscodes.md and, where HTTP/2 ends the stream, in
/// https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.</remarks>
internal static class LibraryCauses
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    public static IEnumerable<Experiment> All { get; } =
    [
        Of("the client cancels its call", StatusCode.Cancelled, async tour =>
        {
            using var cancel = new CancellationTokenSource(Short);
            await tour.MisbehaveAsync(Misbehaviour.NeverEnd, cancellationToken: cancel.Token);
        }),
        Of("the server resets the stream (INTERNAL_ERROR)", StatusCode.Internal, tour => tour.MisbehaveAsync(Misbehaviour.Reset)),
        Of("the method throws", StatusCode.Unknown, tour => tour.MisbehaveAsync(Misbehaviour.Throw)),
        Of("the deadline passes while the server works", StatusCode.DeadlineExceeded, tour =>
            tour.MisbehaveAsync(Misbehaviour.NeverEnd, Short)),
        Of("the deadline passed before the call", StatusCode.DeadlineExceeded, tour =>
            tour.MisbehaveAsync(Misbehaviour.NeverEnd, -Short)),
        Of("a request over the server's limit of 4 MiB", StatusCode.ResourceExhausted, tour => Surroundings.EndCallAsync(
            tour.Server, new() { Message = new string('a', 5 * 1024 * 1024) })),
        Of("a response over the client's limit of 4 MiB", StatusCode.ResourceExhausted, tour =>
            tour.MisbehaveAsync(Misbehaviour.AnswerTooMuch)),
        Of("the server does not have the method", StatusCode.Unimplemented, tour =>
            tour.CallUnknownAsync("workshop.statustour.v1.StatusTourService", "Unknown")),
        Of("the server does not have the service", StatusCode.Unimplemented, tour =>
            tour.CallUnknownAsync("workshop.statustour.v1.UnknownService", "EndCall")),
        Of("a compression that the server does not have", StatusCode.Unimplemented, tour =>
            BrokenCompression.CallAsync(tour.Server, "snail")),
        Of("a request that does not decompress", StatusCode.Internal, tour =>
            BrokenCompression.CallAsync(tour.Server, "gzip")),
        Of("a response that is no message", StatusCode.Internal, tour => Surroundings.EndCallAsync(
            tour.Others.Proxy, new(), OtherServers.Answer(200, "application/grpc", 0, 0, 0, 0, 1, 0xFF))),
        Of("a response that ends inside a message", StatusCode.Internal, tour => Surroundings.EndCallAsync(
            tour.Others.Proxy, new(), OtherServers.Answer(200, "application/grpc", 0, 0, 0, 0, 9, 0xFF))),
        Of("a header that is not ASCII", null, tour => Surroundings.EndCallAsync(
            tour.Server, new(), new() { { "name", "Zoë" } })),
        Of("headers of 40 KB: the server takes 32 KiB", null, tour => Surroundings.EndCallAsync(
            tour.Server, new(), new() { { "name", new string('a', 40_000) } })),
        Of("the server speaks HTTP/1.1 alone", null, tour => Surroundings.EndCallAsync(tour.Others.Http1, new())),
        Of("nobody listens", StatusCode.Unavailable, tour => Surroundings.EndCallAsync(tour.Others.Nobody, new())),
        Of("the connection breaks", StatusCode.Unavailable, tour => Surroundings.EndCallAsync(tour.Others.Breaking, new())),
        Of("credentials that cannot be had", StatusCode.Unauthenticated, tour => Surroundings.EndCallAsync(
            tour.Server, new(), configure: options =>
            {
                options.UnsafeUseInsecureChannelCallCredentials = true;
                options.Credentials = ChannelCredentials.Create(
                    ChannelCredentials.Insecure,
                    CallCredentials.FromInterceptor((_, _) => throw new InvalidOperationException("There is no token.")));
            })),
    ];

    private static Experiment Of(string cause, StatusCode? documented, Func<Surroundings, Task> call) =>
        new(Maker.Library, cause, documented, call);
}
