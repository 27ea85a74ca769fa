using Serilog;
using Serilog.Extensions.Hosting;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>What one operation collects for its closing event.</summary>
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
    public void The_end_of_an_operation_brings_back_the_one_around_it()
    {
        using var outer = _context.BeginCollection();
        using (_context.BeginCollection())
        {
            _context.Set("Inner", 1);
        }

        _context.Set("Outer", 2);

        Assert.True(outer.TryComplete(out var properties, out _));
        Assert.Equal("Outer", Assert.Single(properties).Name);
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
