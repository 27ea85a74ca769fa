using Serilog;
using Serilog.Extensions.Hosting;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>What one operation collects for its closing event, and when the operation ends.</summary>
/// <remarks>
/// Source: the package's XML documentation of <c>DiagnosticContext.BeginCollection</c> ("will replace the active
/// collector") and <c>DiagnosticContextCollector.TryComplete</c> ("remove the collector from the original execution
/// context and any of its children"); serilog/serilog-extensions-hosting pull requests 9 and 10; for what disposal
/// leaves test/Serilog.Extensions.Hosting.Tests there.
/// </remarks>
public sealed class DiagnosticContextTests
{
    private readonly DiagnosticContext _context = new(new LoggerConfiguration().CreateLogger());

    [Fact]
    public void The_latest_value_of_each_name_is_collected()
    {
        using var collector = _context.BeginCollection();

        _context.Set("File", "a.txt");
        _context.Set("Bytes", 1);
        _context.Set("Bytes", 2);
        _context.Set("Size", new { Width = 3 }, destructureObjects: true);

        Assert.True(collector.TryComplete(out var properties, out var exception));
        Assert.Equal(
            ["Bytes: 2", "File: \"a.txt\"", "Size: { Width: 3 }"],
            properties.Select(property => $"{property.Name}: {property.Value}").Order());
        Assert.Null(exception);
    }

    [Fact]
    public void The_exception_is_collected()
    {
        using var collector = _context.BeginCollection();
        var exception = new IOException("full");

        _context.SetException(exception);

        Assert.True(collector.TryComplete(out _, out var collected));
        Assert.Same(exception, collected);
    }

    [Fact]
    public void A_collector_completes_once()
    {
        using var collector = _context.BeginCollection();
        Assert.True(collector.TryComplete(out _, out _));

        _context.Set("Late", 1);

        Assert.False(collector.TryComplete(out var properties, out _));
        Assert.Null(properties);
    }

    [Fact]
    public void What_was_collected_can_be_taken_after_disposal()
    {
        var collector = _context.BeginCollection();
        _context.Set("Early", 1);

        collector.Dispose();
        _context.Set("Late", 2);
        _context.SetException(new IOException("late"));

        Assert.True(collector.TryComplete(out var properties, out var exception));
        Assert.Equal("Early", Assert.Single(properties).Name);
        Assert.Null(exception);
    }

    [Fact]
    public void A_new_operation_takes_the_place_of_the_current_one_and_its_end_does_not_bring_it_back()
    {
        using var first = _context.BeginCollection();
        using (_context.BeginCollection())
        {
            _context.Set("Second", 1);
        }

        _context.Set("Nowhere", 2);

        Assert.True(first.TryComplete(out var properties, out _));
        Assert.Empty(properties);
    }

    [Fact]
    public void The_end_of_an_operation_that_was_replaced_leaves_the_new_one()
    {
        var first = _context.BeginCollection();
        using var second = _context.BeginCollection();

        first.Dispose();
        _context.Set("Second", 1);

        Assert.True(second.TryComplete(out var properties, out _));
        Assert.Single(properties);
    }

    [Fact]
    public void Completing_or_disposing_a_collector_disposes_what_it_is_chained_to()
    {
        using var chained = new EventList();
        var collector = new DiagnosticContextCollector(chained);

        collector.TryComplete(out _, out _);
        var afterCompletion = chained.Closings;
        collector.Dispose();

        Assert.Equal(1, afterCompletion);
        Assert.Equal(2, chained.Closings);
    }

    [Fact]
    public async Task An_operation_ends_in_every_flow_that_branched_off()
    {
        using var collector = _context.BeginCollection();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var branch = Task.Run(async () =>
        {
            await ended.Task;
            _context.Set("Late", 1);
        });

        Assert.True(collector.TryComplete(out var properties, out _));
        ended.SetResult();
        await branch.InTime();

        Assert.Empty(properties);
        Assert.False(collector.TryComplete(out _, out _));
    }

    [Fact]
    public void Outside_of_an_operation_a_value_is_dropped()
    {
        _context.Set("Nowhere", 1);
        using var collector = _context.BeginCollection();

        Assert.True(collector.TryComplete(out var properties, out _));
        Assert.Empty(properties);
    }

    [Fact]
    public async Task What_other_threads_of_the_operation_set_is_collected()
    {
        using var collector = _context.BeginCollection();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => _context.Set($"Part{i}", i)))).InTime();

        Assert.True(collector.TryComplete(out var properties, out _));
        Assert.Equal(8, properties.Count());
    }
}
