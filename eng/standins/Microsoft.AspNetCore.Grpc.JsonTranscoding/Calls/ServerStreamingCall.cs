using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>A call with one request and a stream of responses: each is a line of JSON.</summary>
internal sealed class ServerStreamingCall<TRequest, TResponse>(
    JsonContract contract,
    MethodBinding binding,
    string method,
    bool hasDetailedErrors,
    ILogger logger,
    ServerStreamingServerMethod<TRequest, TResponse> invoke)
    : TranscodedCall(contract, binding, method, hasDetailedErrors, logger)
    where TRequest : class
    where TResponse : class
{
    protected override bool IsStream => true;

    protected override async Task RunAsync(HttpContext context, TranscodedCallContext call, IMessage request)
    {
        // A line must leave when it is written, whatever stands between server and client.
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var stream = new LineWriter<TResponse>(Response, context, ResponseField);
        try
        {
            await invoke((TRequest)request, stream, call);
        }
        finally
        {
            stream.Complete();
        }

        ThrowIfFailed(call);
        JsonResponse.Prepare(context.Response, StatusCodes.Status200OK);
    }
}
