namespace Workshop.Transcoding.ByHand;

/// <summary>Gives every request that the catalogue refuses its status and a problem (RFC 9457). The interceptor of gRPC does not run
/// here.</summary>
internal sealed class RefusalFilter(ILogger<RefusalFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (CatalogException problem) when (problem.Problem is CatalogProblem.NotFound)
        {
            return TypedResults.Problem(problem.Message, statusCode: StatusCodes.Status404NotFound);
        }
        catch (CatalogException problem)
        {
            // What the storage says names a disk of the server: that is for its log, and for nobody outside.
            CatalogLog.StorageFailed(logger, $"{context.HttpContext.GetEndpoint()}", problem.Message);
            return TypedResults.Problem("The storage failed. Try again later.", statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
