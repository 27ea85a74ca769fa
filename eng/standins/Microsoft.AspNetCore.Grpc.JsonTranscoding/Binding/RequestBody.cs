using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;

/// <summary>The whole body of a request. Its memory is given back when this is disposed of.</summary>
/// <remarks>Its size is limited by Kestrel: <c>MaxRequestBodySize</c>, 30,000,000 bytes by default.</remarks>
internal readonly struct RequestBody : IDisposable
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly PipeReader? _reader;

    private RequestBody(ReadOnlySequence<byte> content, PipeReader? reader)
    {
        Content = content;
        _reader = reader;
    }

    public ReadOnlySequence<byte> Content { get; }

    /// <summary>Reads text. Another encoding becomes UTF-8.</summary>
    /// <exception cref="InvalidRequestException">The charset is not known.</exception>
    public static async ValueTask<RequestBody> ReadTextAsync(HttpRequest request)
    {
        if (EncodingOf(request) is { } encoding)
        {
            using var bytes = new MemoryStream();
            await using var text = Encoding.CreateTranscodingStream(request.Body, encoding, Encoding.UTF8, leaveOpen: true);
            await text.CopyToAsync(bytes, request.HttpContext.RequestAborted);
            return new RequestBody(WithoutMark(new ReadOnlySequence<byte>(bytes.ToArray())), reader: null);
        }

        var body = await ReadBytesAsync(request);
        return new RequestBody(WithoutMark(body.Content), request.BodyReader);
    }

    public static async ValueTask<RequestBody> ReadBytesAsync(HttpRequest request)
    {
        while (true)
        {
            var result = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (result.IsCompleted)
            {
                return new RequestBody(result.Buffer, request.BodyReader);
            }

            request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    public void Dispose() => _reader?.AdvanceTo(Content.End);

    private static ReadOnlySequence<byte> WithoutMark(ReadOnlySequence<byte> content) =>
        content.Length >= ByteOrderMark.Length
        && content.Slice(0, ByteOrderMark.Length).ToArray().AsSpan().SequenceEqual(ByteOrderMark)
            ? content.Slice(ByteOrderMark.Length)
            : content;

    /// <summary>The encoding of the request's text; null for UTF-8.</summary>
    private static Encoding? EncodingOf(HttpRequest request)
    {
        if (request.ContentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) != true
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue)
        {
            return null;
        }

        try
        {
            var charset = HeaderUtilities.RemoveQuotes(type.Charset).ToString();
            var encoding = Encoding.GetEncoding(charset);
            return encoding.CodePage == Encoding.UTF8.CodePage ? null : encoding;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new InvalidRequestException($"The charset '{type.Charset}' of the request is not supported. Send UTF-8.", exception);
        }
    }
}
