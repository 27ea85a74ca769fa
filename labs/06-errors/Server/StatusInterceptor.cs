using System.Runtime.ExceptionServices;
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
        CallMetadata? metadata = null;
        try
        {
            metadata = CallMetadata.IsIn(HeadersOf(context)) ? new CallMetadata(context, time, logger) : null;
            await (metadata?.BeginAsync() ?? Task.CompletedTask);
            return await call();
        }
        // Nothing else is silent then: a defect gets into the log, too, when its caller did not wait for it.
        catch (Exception exception) when (context.CancellationToken.IsCancellationRequested
            && exception is OperationCanceledException or InvalidOperationException or IOException)
        {
            // The client has gone, or its deadline has passed: the library answers, where there is somebody to answer.
            throw UserErrors.ClientGone();
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

    // The library reads them when they are asked for, and throws what it cannot read: base64, and names that gRPC does not have.
    private static Metadata HeadersOf(ServerCallContext context)
    {
        try
        {
            return context.RequestHeaders;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            throw UserErrors.MetadataUnreadable();
        }
    }

    private RpcException UnexpectedStatusOf(Exception exception, string method)
    {
        var status = Unexpected.Of(exception, method, logger);
        if (status.StatusCode is StatusCode.Unimplemented)
        {
            // Task 06.6 is not done yet. So the library answers, with UNKNOWN, and its log has the exception, which must not be lost.
            ExceptionDispatchInfo.Throw(exception);
        }

        return status;
    }

    private RpcException StatusOf(Exception exception, string method)
    {
        switch (exception)
        {
            case RpcException refusal:
                return refusal;
            case SqliteException problem when StoreFailures.Of(problem) is { } failure:
                if (failure.StatusCode is StatusCode.DataLoss)
                {
                    UsersLog.StoreUnreadable(logger, method, problem.Message);
                }

                return failure;
            default:
                return UnexpectedStatusOf(exception, method);
        }
    }
}
