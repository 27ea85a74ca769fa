using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>A call with one request and one response.</summary>
internal sealed class UnaryCall<TRequest, TResponse>(
    JsonContract contract,
    MethodBinding binding,
    string method,
    bool hasDetailedErrors,
    ILogger logger,
    UnaryServerMethod<TRequest, TResponse> invoke)
    : TranscodedCall(contract, binding, method, hasDetailedErrors, logger)
    where TRequest : class
    where TResponse : class
{
    protected override bool IsStream => false;

    protected override async Task RunAsync(HttpContext context, TranscodedCallContext call, IMessage request)
    {
        var response = await invoke((TRequest)request, call);
        ThrowIfFailed(call);
        if (response is null)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
        }

        await Response.WriteAsync(context.Response, (IMessage)response, ResponseField);
    }
}
