using Grpc.Core;

namespace Workshop.Harness;

/// <summary>Writes each message that is sent to the transcript, and the half-close.</summary>
internal sealed class RecordingWriter<T>(IClientStreamWriter<T> inner, Transcript transcript) : IClientStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => inner.WriteOptions;
        set => inner.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        transcript.Add("request", MessageJson.Of(message));
        return inner.WriteAsync(message, cancellationToken);
    }

    public Task CompleteAsync()
    {
        transcript.Add("half-close", "");
        return inner.CompleteAsync();
    }
}
