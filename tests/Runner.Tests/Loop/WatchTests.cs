using System.Threading.Channels;
using Workshop.Runner.Labs;
using Workshop.Runner.Watching;
using Xunit;

namespace Workshop.Tests;

public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly Channel<string> _saved = Channel.CreateUnbounded<string>();

    public WatchTests() => _folder.Write("labs/01-one/Answer.cs", "// mine\n");

    private WorkshopFolder Workshop => new(_folder.Root);

    [Fact]
    public async Task Events_tell_the_path_in_the_workshop()
    {
        Assert.SkipUnless(
            await EventProbe.EventsArriveAsync(Workshop, TestContext.Current.CancellationToken), "File events do not arrive here.");
        using var watch = new EventWatch(Workshop, path => _saved.Writer.TryWrite(path), _ => { });

        _folder.Write("labs/01-one/Answer.cs", "// mine, edited\n");

        Assert.Equal("labs/01-one/Answer.cs", await NextAsync());
    }

    [Fact]
    public async Task Polling_sees_what_is_changed_added_and_deleted()
    {
        using var watch = new PollingWatch(Workshop, path => _saved.Writer.TryWrite(path), TimeProvider.System);

        _folder.Write("labs/01-one/Answer.cs", "// mine, edited\n");
        Assert.Equal("labs/01-one/Answer.cs", await NextAsync());
        _folder.Write("labs/01-one/More.cs", "");
        Assert.Equal("labs/01-one/More.cs", await NextAsync());
        File.Delete(_folder.PathOf("labs/01-one/More.cs"));

        Assert.Equal("labs/01-one/More.cs", await NextAsync());
    }

    public void Dispose() => _folder.Dispose();

    private Task<string> NextAsync() => _saved.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
}
