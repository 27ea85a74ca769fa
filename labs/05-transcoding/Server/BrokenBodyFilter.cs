namespace Workshop.Transcoding;

/// <summary>Answers a request whose body does not come whole. That is the client's fault: it is no error of the server, and its log has
/// no stack trace of it.</summary>
internal sealed class BrokenBodyFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException problem)
        {
            // 413 of a body over Kestrel's own limit, 408 of one that is too slow, 400 of one that is no HTTP.
            return TypedResults.Problem("The body did not come whole.", statusCode: problem.StatusCode);
        }
        catch (Exception problem) when (
            problem is IOException or OperationCanceledException && context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read it: it is for the log.
            return TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
    }
}
