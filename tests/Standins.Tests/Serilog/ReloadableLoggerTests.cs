using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>The logger that runs before the host exists: writing, reloading, freezing.</summary>
/// <remarks>
/// Source: the package's XML documentation of <c>ReloadableLogger</c>, which keeps loggers made from it valid, and
/// needs no lock once it is frozen; serilog/serilog-extensions-hosting issue 39; for what freezing does to loggers made
/// from it test/Serilog.Extensions.Hosting.Tests there. The documentation does not give the order of closing and
/// opening in <c>Reload</c>; the official package closes first.
/// </remarks>
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
    public void A_reload_closes_the_old_logger_before_it_makes_the_new_one()
    {
        using var sink = new EventList();
        using var logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateBootstrapLogger();
        var closedBefore = false;

        logger.Reload(configuration =>
        {
            closedBefore = sink.Closed;
            return configuration;
        });

        Assert.True(closedBefore);
        Assert.Equal(1, sink.Closings);
    }

    [Fact]
    public void It_is_frozen_once_and_gives_the_final_logger()
    {
        using var sink = new EventList();
        using var logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateBootstrapLogger();

        logger.Freeze().Information("hello");

        Assert.Equal(["hello"], sink.Messages);
        Assert.Throws<InvalidOperationException>(() => { logger.Freeze(); });
    }

    [Fact]
    public void A_reload_after_freezing_is_permitted()
    {
        using var before = new EventList();
        using var after = new EventList();
        using var logger = new LoggerConfiguration().WriteTo.Sink(before).CreateBootstrapLogger();

        logger.Freeze();
        logger.Reload(configuration => configuration.WriteTo.Sink(after));
        logger.Write(LogEventLevel.Information, "hello");

        Assert.Equal(1, before.Closings);
        Assert.Equal(["hello"], after.Messages);
    }

    [Fact]
    public void A_context_of_nothing_is_the_same_logger()
    {
        using var logger = new LoggerConfiguration().CreateBootstrapLogger();

        foreach (var made in new[] { logger, logger.ForContext("Upload", 7) })
        {
            Assert.Same(made, made.ForContext((ILogEventEnricher)null!));
            Assert.Same(made, made.ForContext((IEnumerable<ILogEventEnricher>)null!));
            Assert.Same(made, made.ForContext((Type)null!));
            Assert.Same(made, made.ForContext((string)null!, 1));
        }
    }

    [Fact]
    public void Loggers_made_after_freezing_are_plain_ones()
    {
        using var logger = new LoggerConfiguration().CreateBootstrapLogger();
        var context = logger.ForContext<EventList>();
        var whileReloadable = context.ForContext("Upload", 7);

        logger.Freeze();

        Assert.IsNotType<Logger>(whileReloadable);
        Assert.IsType<Logger>(logger.ForContext("Upload", 7));
        Assert.IsType<Logger>(context.ForContext("Upload", 7));
    }

    [Fact]
    public void A_logger_made_before_freezing_stays_usable()
    {
        using var sink = new EventList();
        using var logger = new LoggerConfiguration().CreateBootstrapLogger();
        var context = logger.ForContext("Upload", 7).ForContext<EventList>();

        logger.Reload(configuration => configuration.WriteTo.Sink(sink));
        logger.Freeze();
        context.Information("first");
        context.Information("second");

        Assert.Equal(["first", "second"], sink.Messages);
        Assert.All(sink.Events, logEvent => Assert.Equal("7", logEvent.Properties["Upload"].ToString()));
    }

    [Fact]
    public void A_source_given_as_text_has_its_own_minimum_level()
    {
        using var sink = new EventList();
        using var logger = new LoggerConfiguration()
            .MinimumLevel.Override("Noisy", LogEventLevel.Warning).WriteTo.Sink(sink).CreateBootstrapLogger();

        var noisy = logger.ForContext("Upload", 7).ForContext(Constants.SourceContextPropertyName, "Noisy.Part");
        noisy.Information("suppressed");
        noisy.Warning("written");

        Assert.Equal(["written"], sink.Messages);
    }

    [Fact]
    public void An_object_is_read_when_the_logger_is_made_from_it()
    {
        using var sink = new EventList();
        using var logger = new LoggerConfiguration().CreateBootstrapLogger();
        var sizes = new List<int> { 1 };

        var context = logger.ForContext("Sizes", sizes);
        sizes.Add(2);
        logger.Reload(configuration => configuration.WriteTo.Sink(sink));
        context.Information("hello");

        Assert.Equal("[1]", sink.Events.Single().Properties["Sizes"].ToString());
    }

    [Fact]
    public async Task No_event_is_lost_or_late_while_threads_write_and_one_reloads_and_freezes()
    {
        const int Writers = 4;
        const int EventsOfWriter = 2_000;
        var sinks = new List<EventList> { new() };
        var logger = new LoggerConfiguration().WriteTo.Sink(sinks[0]).CreateBootstrapLogger();
        using var start = new Barrier(Writers + 1);

        var writing = Enumerable.Range(0, Writers).Select(writer => OnItsOwnThread(() =>
        {
            var context = logger.ForContext("Writer", writer);
            start.SignalAndWait();
            for (var i = 0; i < EventsOfWriter; i += 4)
            {
                logger.Write(LogEventLevel.Information, "{Number}", i);
                context.Information("{Number}", i + 1);
                context.ForContext<EventList>().Information("{Number}", i + 2);
                context.Write(new LogEvent(
                    DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, MessageTemplate.Empty, []));
            }
        }));
        var reloading = OnItsOwnThread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < 100; i++)
            {
                var sink = new EventList();
                sinks.Add(sink);
                logger.Reload(configuration => configuration.WriteTo.Sink(sink));
            }

            logger.Freeze();
        });
        await Task.WhenAll(writing.Append(reloading)).InTime();

        Assert.Equal(Writers * EventsOfWriter, sinks.Sum(sink => sink.Events.Count()));
        Assert.Equal(0, sinks.Sum(sink => sink.LateEvents));
        Assert.All(sinks.SkipLast(1), sink => Assert.Equal(1, sink.Closings));
        Assert.False(sinks[^1].Closed);
        logger.Dispose();
        Assert.Equal(1, sinks[^1].Closings);
    }

    [Fact]
    public async Task One_of_several_threads_freezes_it()
    {
        using var logger = new LoggerConfiguration().CreateBootstrapLogger();
        using var start = new Barrier(4);

        var freezing = Enumerable.Range(0, 4).Select(_ => OnItsOwnThread(() =>
        {
            start.SignalAndWait();
            logger.Freeze();
        })).ToList();
        // WhenAny does not throw what some of them are expected to.
        await Task.WhenAny(Task.WhenAll(freezing)).InTime();

        Assert.Equal(1, freezing.Count(task => task.IsCompletedSuccessfully));
        Assert.All(
            freezing.Where(task => task.IsFaulted),
            task => Assert.IsType<InvalidOperationException>(task.Exception!.InnerException));
    }

    // A barrier needs all its threads at once, and the pool of a small machine may not have them.
    private static Task OnItsOwnThread(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
