using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>Handles the requests of one HTTP rule: reads the message, runs the method, and answers failures.</summary>
internal abstract class TranscodedCall(
    JsonContract contract, MethodBinding binding, string method, bool hasDetailedErrors, ILogger logger)
{
    private readonly RequestBinder _binder = new(contract, binding);

    protected JsonResponse Response { get; } = new(contract);

    protected FieldPlan? ResponseField => binding.ResponseField;

    protected abstract bool IsStream { get; }

    public async Task HandleAsync(HttpContext context)
    {
        var call = new TranscodedCallContext(context, method);
        try
        {
            var request = await ReadRequestAsync(context);
            await RunAsync(context, call, request);
        }
        catch (Exception exception)
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                // There is nobody to answer.
                TranscodingLog.ClientGone(logger, method);
                return;
            }

            await AnswerFailureAsync(context, call, exception);
        }
    }

    /// <summary>Runs the method and sends what it answers.</summary>
    protected abstract Task RunAsync(HttpContext context, TranscodedCallContext call, IMessage request);

    /// <summary>A method may end a call with a status instead of an exception.</summary>
    protected static void ThrowIfFailed(TranscodedCallContext call)
    {
        if (call.Status.StatusCode != StatusCode.OK)
        {
            throw new RpcException(call.Status);
        }
    }

    private async ValueTask<IMessage> ReadRequestAsync(HttpContext context)
    {
        try
        {
            return await _binder.BindAsync(context);
        }
        catch (Exception exception) when (exception is InvalidRequestException or IOException)
        {
            TranscodingLog.RequestNotRead(logger, exception, method, exception.Message);
            throw new RpcException(new Status(StatusCode.InvalidArgument, exception.Message, exception));
        }
    }

    private async Task AnswerFailureAsync(HttpContext context, TranscodedCallContext call, Exception exception)
    {
        var status = StatusOf(exception);
        try
        {
            if (exception is RpcException { Trailers: var trailers })
            {
                foreach (var trailer in trailers)
                {
                    call.ResponseTrailers.Add(trailer);
                }
            }

            await SendAsync(context, ErrorStatus.Create(status, call.SentTrailers), status.StatusCode);
        }
        catch (InvalidOperationException failure)
        {
            TranscodingLog.ErrorNotWritten(logger, failure, method);
            var unknown = HandlerFailure(failure);
            await SendAsync(context, ErrorStatus.Create(unknown, trailers: null), unknown.StatusCode);
        }
    }

    private ValueTask SendAsync(HttpContext context, Google.Rpc.Status status, StatusCode code) =>
        Response.WriteErrorAsync(context.Response, status, HttpStatus.Of(code), IsStream);

    private Status StatusOf(Exception exception)
    {
        if (exception is RpcException { Status: var status })
        {
            TranscodingLog.CallFailed(logger, exception, method, status.StatusCode, status.Detail);
            return status;
        }

        TranscodingLog.HandlerThrew(logger, exception, method);
        return HandlerFailure(exception);
    }

    private Status HandlerFailure(Exception exception)
    {
        const string message = "Exception was thrown by handler.";
        var detail = hasDetailedErrors ? $"{message} {exception.GetType().Name}: {exception.Message}" : message;
        return new Status(StatusCode.Unknown, detail, exception);
    }
}
