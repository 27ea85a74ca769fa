using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Data.Sqlite;

namespace Workshop.Errors;

/// <summary>Gives every call that fails its status: none leaves the service without one.</summary>
internal sealed class StatusInterceptor(TimeProvider time, ILogger<StatusInterceptor> logger) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, async () =>
        {
            await continuation(request, responseStream, context);
            return true;
        });

    private async Task<TResult> RunAsync<TResult>(ServerCallContext context, Func<Task<TResult>> call)
    {
        UnreadableRequests.IsRead(context.GetHttpContext());
        var metadata = CallMetadata.IsIn(context.RequestHeaders) ? new CallMetadata(context, time, logger) : null;
        try
        {
            await (metadata?.BeginAsync() ?? Task.CompletedTask);
            return await call();
        }
        catch (Exception exception) when (context.CancellationToken.IsCancellationRequested && exception is not RpcException)
        {
            // The client has gone, or its deadline has passed: the library answers, where there is somebody to answer.
            throw new RpcException(new Status(StatusCode.Cancelled, "The client did not wait for the answer."));
        }
        catch (Exception exception)
        {
            var refusal = StatusOf(exception, context.Method);
            throw metadata?.Tag(refusal) ?? refusal;
        }
        finally
        {
            metadata?.End();
        }
    }

    private RpcException StatusOf(Exception exception, string method) => exception switch
    {
        RpcException refusal => refusal,
        SqliteException problem when StoreFailures.Of(problem) is { } failure => failure,
        _ => Unexpected.Of(exception, method, logger),
    };
}
