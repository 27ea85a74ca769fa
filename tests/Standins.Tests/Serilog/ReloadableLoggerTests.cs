using Serilog;
using Serilog.Events;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>The logger that runs before the host exists.</summary>
public sealed class ReloadableLoggerTests
{
    [Fact]
    public void It_writes_each_form_of_an_event()
    {
        using var sink = new EventList();
        using var logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateBootstrapLogger();

        logger.Write(LogEventLevel.Information, "none");
        logger.Write(LogEventLevel.Information, "{A}", 1);
        logger.Write(LogEventLevel.Information, "{A} {B}", 1, 2);
        logger.Write(LogEventLevel.Information, "{A} {B} {C}", 1, 2, 3);
        logger.Write(LogEventLevel.Information, "{A} {B} {C} {D}", 1, 2, 3, 4);
        logger.Write(LogEventLevel.Debug, "below the minimum level");

        Assert.Equal(["none", "1", "1 2", "1 2 3", "1 2 3 4"], sink.Messages);
    }

    [Fact]
    public void It_writes_the_exception_with_each_form()
    {
        using var sink = new EventList();
        using var logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateBootstrapLogger();
        var exception = new IOException("full");

        logger.Write(LogEventLevel.Error, exception, "none");
        logger.Write(LogEventLevel.Error, exception, "{A}", 1);
        logger.Write(LogEventLevel.Error, exception, "{A} {B}", 1, 2);
        logger.Write(LogEventLevel.Error, exception, "{A} {B} {C}", 1, 2, 3);
        logger.Write(LogEventLevel.Error, exception, "{A} {B} {C} {D}", 1, 2, 3, 4);

        Assert.Equal(["none", "1", "1 2", "1 2 3", "1 2 3 4"], sink.Messages);
        Assert.All(sink.Events, logEvent => Assert.Same(exception, logEvent.Exception));
    }

    [Fact]
    public void Loggers_made_from_it_follow_a_reload()
    {
        using var before = new EventList();
        using var after = new EventList();
        using var logger = new LoggerConfiguration().WriteTo.Sink(before).CreateBootstrapLogger();
        var context = logger.ForContext("Upload", 7).ForContext<EventList>();

        context.Information("first");
        logger.Reload(configuration => configuration.MinimumLevel.Warning().WriteTo.Sink(after));
        context.Information("second");
        context.Warning("third");

        Assert.Equal(["first"], before.Messages);
        Assert.True(before.Closed);
        Assert.Equal(["third"], after.Messages);
        Assert.False(context.IsEnabled(LogEventLevel.Information));
        Assert.Equal("7", after.Events.Single().Properties["Upload"].ToString());
    }

    [Fact]
    public void Once_frozen_it_keeps_its_configuration()
    {
        using var sink = new EventList();
        using var logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateBootstrapLogger();

        logger.Freeze().Information("hello");

        Assert.Equal(["hello"], sink.Messages);
        Assert.Throws<InvalidOperationException>(() => logger.Reload(configuration => configuration));
        Assert.Throws<InvalidOperationException>(() => { logger.Freeze(); });
    }
}
