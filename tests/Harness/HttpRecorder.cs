using System.Text;

namespace Workshop.Harness;

/// <summary>A plain HTTP/1.1 client that writes what it sends and receives to a transcript.</summary>
internal sealed class HttpRecorder : IDisposable
{
    public const string Json = "application/json";

    private const int LongestShown = 1000;

    // Of the other headers, some differ from run to run, and none is the lesson.
    private static readonly string[] RecordedHeaders = ["ETag", "Location"];

    private readonly Transcript _transcript;
    private readonly HttpClient _client;

    public HttpRecorder(Transcript transcript, string address)
    {
        _transcript = transcript;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(address) };
    }

    /// <summary>Sends a request, and reads its response to the end.</summary>
    /// <param name="method">The method, such as <c>GET</c>.</param>
    /// <param name="target">The path and the query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="contentType">The media type of the body.</param>
    /// <returns>The body of the response.</returns>
    public async Task<string> SendAsync(string method, string target, string? body, string contentType)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        _transcript.Add("http", $"{method} {target}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            if (contentType != Json)
            {
                _transcript.Add("sent type", contentType);
            }

            _transcript.AddWhole("sent", body.Length <= LongestShown ? body : $"({request.Content.Headers.ContentLength} bytes)");
        }

        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        _transcript.Add("http status", $"{(int)response.StatusCode} {response.ReasonPhrase}");
        if (response.Content.Headers.ContentType is { } type)
        {
            _transcript.Add("type", $"{type}");
        }

        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => RecordedHeaders.Contains(header.Key)))
        {
            _transcript.Add(name.ToLowerInvariant(), string.Join(", ", values.Order(StringComparer.Ordinal)));
        }

        return await RecordBodyAsync(response);
    }

    public void Dispose() => _client.Dispose();

    // Line by line: what came before a connection broke is part of the record.
    private async Task<string> RecordBodyAsync(HttpResponseMessage response)
    {
        var body = new StringBuilder();
        try
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(), Encoding.UTF8);
            while (await lines.ReadLineAsync() is { } line)
            {
                _transcript.AddWhole("body", line);
                body.AppendLine(line);
            }
        }
        catch (IOException)
        {
            _transcript.Add("broken", "the connection ended before the response did");
        }

        return $"{body}";
    }
}
