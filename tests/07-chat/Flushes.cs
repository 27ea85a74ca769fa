using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Workshop.Checks;

/// <summary>Counts the flushes of the server's <c>Subscribe</c> calls, and holds them up for as long as the check likes.</summary>
internal sealed class Flushes : IStartupFilter
{
    private int _count;
    private TaskCompletionSource _gate = Open();

    /// <summary>How many there were since the last <see cref="Hold"/> or <see cref="Release"/>.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>From now on, a flush waits.</summary>
    public void Hold()
    {
        Volatile.Write(ref _gate, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        Volatile.Write(ref _count, 0);
    }

    /// <summary>Lets what waits go on, and all others.</summary>
    public void Release()
    {
        Volatile.Write(ref _count, 0);
        Volatile.Read(ref _gate).SetResult();
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => context =>
        {
            if (context.Request.Path.Value?.EndsWith("/Subscribe", StringComparison.Ordinal) == true)
            {
                context.Features.Set<IHttpResponseBodyFeature>(new Body(this, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>()));
            }

            return following(context);
        });
        next(app);
    };

    private static TaskCompletionSource Open()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }

    private Task NextAsync()
    {
        Interlocked.Increment(ref _count);
        return Volatile.Read(ref _gate).Task;
    }

    private sealed class Body(Flushes flushes, IHttpResponseBodyFeature inner) : IHttpResponseBodyFeature
    {
        public Stream Stream => inner.Stream;

        public PipeWriter Writer { get; } = new HeldWriter(flushes, inner.Writer);

        public void DisableBuffering() => inner.DisableBuffering();

        public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            inner.SendFileAsync(path, offset, count, cancellationToken);

        public Task CompleteAsync() => inner.CompleteAsync();
    }

    private sealed class HeldWriter(Flushes flushes, PipeWriter inner) : PipeWriter
    {
        public override void Advance(int bytes) => inner.Advance(bytes);

        public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            await flushes.NextAsync();
            return await inner.FlushAsync(cancellationToken);
        }
    }
}
