using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Workshop.Transcoding;

/// <summary>Gives every call that the catalogue refuses its status. Interceptors run for REST too.</summary>
internal sealed class RefusalInterceptor(ILogger<RefusalInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (CatalogException problem)
        {
            throw Refused(problem, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (CatalogException problem)
        {
            throw Refused(problem, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (CatalogException problem)
        {
            throw Refused(problem, context);
        }
    }

    private RpcException Refused(CatalogException problem, ServerCallContext context)
    {
        if (problem.Problem is CatalogProblem.StorageFailed)
        {
            CatalogLog.StorageFailed(logger, context.Method, problem.Message);
        }

        return Refusals.Of(problem);
    }
}
