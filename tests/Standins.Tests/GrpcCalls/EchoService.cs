using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCalls;

internal sealed class EchoService : EchoServiceBase
{
    public override async Task<string> Upper(string request, ServerCallContext context)
    {
        if (request.Length == 0)
        {
            var trailers = new Metadata { { "reason", "empty" }, { "reason-bin", [1, 2, 3] } };
            throw new RpcException(new Status(StatusCode.InvalidArgument, "Nothing to turn into capitals."), trailers);
        }

        await context.WriteResponseHeadersAsync(new Metadata { { "method", context.Method } });
        context.ResponseTrailers.Add("caller", context.RequestHeaders.GetValue("caller") ?? "nobody");
        return request.ToUpperInvariant();
    }

    public override async Task<string> Join(IAsyncStreamReader<string> requestStream, ServerCallContext context)
    {
        var words = new List<string>();
        await foreach (var word in requestStream.ReadAllAsync(context.CancellationToken))
        {
            words.Add(word);
        }

        return string.Join(' ', words);
    }

    public override async Task Split(
        string request, IServerStreamWriter<string> responseStream, ServerCallContext context)
    {
        foreach (var word in request.Split(' '))
        {
            await responseStream.WriteAsync(word, context.CancellationToken);
        }
    }

    public override async Task Chat(
        IAsyncStreamReader<string> requestStream,
        IServerStreamWriter<string> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await responseStream.WriteAsync($"You said {requestStream.Current}.", context.CancellationToken);
        }
    }
}
