using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Workshop.Harness;

/// <summary>Writes what a client sends and receives to a transcript, for all kinds of call.</summary>
/// <remarks>A call without a deadline gets one, so that a server that never answers cannot hold up a check.</remarks>
internal sealed class CallRecorder(Transcript transcript) : Interceptor
{
    /// <summary>What the transcript says when a call reached the check's own limit.</summary>
    public const string LimitReached = "(no answer before the limit of the check)";

    // What either side's library says of a deadline; a server that decides so itself gives a reason.
    private static readonly string[] DeadlineDetails = ["", "Deadline Exceeded"];

    // What every HTTP/2 answer carries, and says nothing about the lesson. A call that ends without a message has it
    // among its trailers ("Trailers-Only").
    private static readonly string[] OrdinaryHeaders = ["date", "server", "content-type"];

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        Begin(context);
        transcript.Add("request", MessageJson.Of(request));
        var call = continuation(request, WithDeadline(context));
        return new AsyncUnaryCall<TResponse>(
            RecordAnswerAsync(call.ResponseAsync, call.ResponseHeadersAsync, End(context, call.GetStatus, call.GetTrailers)),
            call.ResponseHeadersAsync,
            call.GetStatus,
            call.GetTrailers,
            call.Dispose);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        Begin(context);
        transcript.Add("request", MessageJson.Of(request));
        var call = continuation(request, WithDeadline(context));
        return new AsyncServerStreamingCall<TResponse>(
            new RecordingReader<TResponse>(call.ResponseStream, transcript, End(context, call.GetStatus, call.GetTrailers)),
            call.ResponseHeadersAsync,
            call.GetStatus,
            call.GetTrailers,
            call.Dispose);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        Begin(context);
        var call = continuation(WithDeadline(context));
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            new RecordingWriter<TRequest>(call.RequestStream, transcript),
            RecordAnswerAsync(call.ResponseAsync, call.ResponseHeadersAsync, End(context, call.GetStatus, call.GetTrailers)),
            call.ResponseHeadersAsync,
            call.GetStatus,
            call.GetTrailers,
            call.Dispose);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        Begin(context);
        var call = continuation(WithDeadline(context));
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            new RecordingWriter<TRequest>(call.RequestStream, transcript),
            new RecordingReader<TResponse>(call.ResponseStream, transcript, End(context, call.GetStatus, call.GetTrailers)),
            call.ResponseHeadersAsync,
            call.GetStatus,
            call.GetTrailers,
            call.Dispose);
    }

    private void Begin<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        transcript.Add("call", context.Method.FullName.TrimStart('/'));
        foreach (var entry in context.Options.Headers ?? [])
        {
            transcript.Add("metadata", Show(entry));
        }
    }

    private static ClientInterceptorContext<TRequest, TResponse> WithDeadline<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class =>
        context.Options.Deadline is not null
            ? context
            : new ClientInterceptorContext<TRequest, TResponse>(
                context.Method, context.Host, context.Options.WithDeadline(DateTime.UtcNow + LabCheck.Limit));

    private async Task<TResponse> RecordAnswerAsync<TResponse>(
        Task<TResponse> answer, Task<Metadata> headers, Action end)
    {
        try
        {
            var response = await answer;
            AddOwn("header", await headers);
            transcript.Add("response", MessageJson.Of(response));
            return response;
        }
        finally
        {
            end();
        }
    }

    private Action End<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, Func<Status> getStatus, Func<Metadata> getTrailers)
        where TRequest : class
        where TResponse : class => () =>
    {
        var status = getStatus();
        transcript.Add("status", StatusCodeName.Of(status.StatusCode));
        if (status.StatusCode == StatusCode.DeadlineExceeded
            && context.Options.Deadline is null
            && DeadlineDetails.Contains(status.Detail))
        {
            transcript.Add("detail", LimitReached);
        }
        else if (status.Detail.Length > 0)
        {
            transcript.Add("detail", status.Detail);
        }

        AddOwn("trailer", Trailers(getTrailers));
    };

    // A call whose connection broke has none, and says so by an exception.
    private static Metadata Trailers(Func<Metadata> getTrailers)
    {
        try
        {
            return getTrailers();
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }

    private void AddOwn(string key, Metadata metadata)
    {
        foreach (var entry in metadata.Where(entry => !OrdinaryHeaders.Contains(entry.Key)))
        {
            if (entry.Key == MetadataExtensions.StatusDetailsTrailerName)
            {
                AddDetails(entry.ValueBytes);
            }
            else
            {
                transcript.Add(key, Show(entry));
            }
        }
    }

    private void AddDetails(byte[] statusDetails)
    {
        foreach (var detail in MessageJson.Details(statusDetails))
        {
            transcript.Add("rich detail", detail);
        }
    }

    private static string Show(Metadata.Entry entry) =>
        $"{entry.Key}: {(entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value)}";
}
