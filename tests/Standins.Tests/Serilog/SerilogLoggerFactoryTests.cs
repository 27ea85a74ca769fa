using Serilog;
using Serilog.Hosting;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>The factory of Serilog.Hosting, which is obsolete and still there.</summary>
/// <remarks>
/// Source: the package's XML documentation of <c>Serilog.Hosting.SerilogLoggerFactory</c>. The class is marked obsolete
/// itself, so that naming the factory is no warning.
/// </remarks>
[Obsolete("Tests a type that is obsolete.")]
[Collection("Log.Logger")]
public sealed class SerilogLoggerFactoryTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Its_loggers_write_to_serilog_and_it_closes_the_logger_on_request(bool dispose, int closings)
    {
        using var sink = new EventList();
        var logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateLogger();

        using (var factory = new SerilogLoggerFactory(logger, dispose))
        {
            factory.CreateLogger("Category").Say("hello");
        }

        Assert.Equal(["hello"], sink.Messages);
        Assert.Equal("\"Category\"", sink.Events.Single().Properties["SourceContext"].ToString());
        Assert.Equal(closings, sink.Closings);
    }

    [Fact]
    public void Without_a_logger_the_static_one_is_used()
    {
        using var sink = new EventList();
        Log.Logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateLogger();

        using (var factory = new SerilogLoggerFactory(dispose: true))
        {
            factory.CreateLogger("Category").Say("hello");
        }

        Assert.Equal(["hello"], sink.Messages);
        Assert.Equal(1, sink.Closings);
    }

    [Fact]
    public void A_logging_provider_is_ignored()
    {
        using var provider = new ProviderList();
        using var sink = new EventList();
        using var logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateLogger();
        using var factory = new SerilogLoggerFactory(logger);

        factory.AddProvider(provider);
        factory.CreateLogger("Category").Say("hello");

        Assert.Equal(["hello"], sink.Messages);
        Assert.Empty(provider.Messages);
    }
}
