using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;

namespace Workshop.Tests;

/// <summary>Calls of the directory, byte by byte: what no gRPC library would send.</summary>
internal static class RawUserCalls
{
    private const int PrefixLength = 5;
    private const string Details = "grpc-status-details-bin";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The status of a call, and its reason if the server sent one, such as <c>NotFound USER_NOT_FOUND</c>.</summary>
    /// <param name="address">Where the server listens.</param>
    /// <param name="path">The path of the method, with its service.</param>
    /// <param name="body">The body of the request: see <see cref="Frame"/>.</param>
    /// <param name="headers">Names and values of more headers.</param>
    public static async Task<string> StatusAsync(string address, string path, byte[] body, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { Timeout = Limit };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { TE = { new TransferCodingWithQualityHeaderValue("trailers") } },
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var all = response.Headers.Concat(response.TrailingHeaders).ToLookup(header => header.Key, header => string.Concat(header.Value));
        var code = (StatusCode)int.Parse(all["grpc-status"].Single(), null);
        var details = string.Concat(all[Details]);
        var bytes = Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='));
        return $"{code} {Google.Rpc.Status.Parser.ParseFrom(bytes).GetDetail<ErrorInfo>()?.Reason}".TrimEnd();
    }

    /// <summary>A message as it is in the body of a request.</summary>
    public static byte[] Frame(byte[] message, bool isCompressed = false)
    {
        var frame = new byte[PrefixLength + message.Length];
        frame[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, PrefixLength);
        return frame;
    }
}
