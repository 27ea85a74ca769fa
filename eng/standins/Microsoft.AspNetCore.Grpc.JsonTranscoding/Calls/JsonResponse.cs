using System.Buffers;
using Google.Api;
using Google.Protobuf;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>Writes messages to the response: as JSON, or, of an HttpBody, as they are.</summary>
internal sealed class JsonResponse(JsonContract contract)
{
    private const string ContentType = "application/json; charset=utf-8";

    private readonly MessageWriter _writer = new(contract);

    /// <summary>Sets what comes before the body, if it has not been sent.</summary>
    public static void Prepare(HttpResponse response, int status, string contentType = ContentType)
    {
        if (!response.HasStarted)
        {
            response.StatusCode = status;
            response.ContentType = contentType;
        }
    }

    /// <summary>Writes the response of a call with one.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="message">The message.</param>
    /// <param name="field">The field that is sent; null for all.</param>
    public async ValueTask WriteAsync(HttpResponse response, IMessage message, FieldPlan? field)
    {
        Write(response, message, field, isInStream: false);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    /// <summary>Writes one message of several: a line.</summary>
    public async ValueTask WriteLineAsync(
        HttpResponse response, IMessage message, FieldPlan? field, CancellationToken cancellationToken)
    {
        Write(response, message, field, isInStream: true);
        response.BodyWriter.Write("\n"u8);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    /// <summary>Writes a status that is no success, with the HTTP status that belongs to it.</summary>
    public async ValueTask WriteErrorAsync(HttpResponse response, Google.Rpc.Status status, int httpStatus, bool isInStream)
    {
        using (var buffer = JsonBuffer.Rent(contract.Settings.WriteIndented && !isInStream))
        {
            _writer.WriteMessage(buffer.Writer, status);
            buffer.Writer.Flush();
            Prepare(response, httpStatus);
            response.BodyWriter.Write(buffer.Written);
        }

        if (isInStream)
        {
            response.BodyWriter.Write("\n"u8);
        }

        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    private void Write(HttpResponse response, IMessage message, FieldPlan? field, bool isInStream)
    {
        if ((field is null ? message : field.Accessor.GetValue(message)) is HttpBody body)
        {
            Prepare(response, StatusCodes.Status200OK, body.ContentType);
            response.BodyWriter.Write(body.Data.Span);
            return;
        }

        using var buffer = JsonBuffer.Rent(contract.Settings.WriteIndented && !isInStream);
        if (field is null)
        {
            _writer.WriteMessage(buffer.Writer, message);
        }
        else
        {
            _writer.WriteField(buffer.Writer, message, field);
        }

        buffer.Writer.Flush();
        Prepare(response, StatusCodes.Status200OK);
        if (!isInStream && !response.HasStarted)
        {
            response.ContentLength = buffer.Written.Length;
        }

        response.BodyWriter.Write(buffer.Written);
    }
}
