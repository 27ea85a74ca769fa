using System.Diagnostics;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Parsing;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>The two compact formats, to the letter.</summary>
/// <remarks>
/// Source: README of serilog/serilog-formatting-compact; the two ids of events are those that ASP.NET Core's messages
/// have in its examples.
/// </remarks>
public sealed class CompactFormatterTests
{
    private static readonly DateTimeOffset Time = new(2016, 6, 7, 13, 44, 57, TimeSpan.FromHours(10));

    [Fact]
    public void An_event_is_one_line_with_its_template()
    {
        var line = Format(new CompactJsonFormatter(), "Hello, {User}", ("User", "nblumhardt"));

        Assert.Equal(
            """{"@t":"2016-06-07T03:44:57.0000000Z","@mt":"Hello, {User}","User":"nblumhardt"}""" + Environment.NewLine,
            line);
    }

    [Fact]
    public void Values_with_a_format_come_rendered_in_order()
    {
        var line = Format(new CompactJsonFormatter(), "{N:x8} and {M} and {F:0.00}", ("N", 123), ("M", 1), ("F", 1.5));

        Assert.Contains(""","@r":["0000007b","1.50"],"N":123,"M":1,"F":1.5}""", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rendered_format_has_the_message_and_an_id_in_place_of_the_template()
    {
        var line = Format(
            new RenderedCompactJsonFormatter(), "Now listening on: {address}", ("address", "http://localhost:5000"));

        Assert.Equal(
            """{"@t":"2016-06-07T03:44:57.0000000Z","@m":"Now listening on: \"http://localhost:5000\"","@i":"d826f4b8","address":"http://localhost:5000"}"""
            + Environment.NewLine,
            line);
    }

    [Fact]
    public void A_property_name_that_begins_with_the_sigil_gets_a_second_one()
    {
        var line = Format(new CompactJsonFormatter(), "Hello", ("@m", 1), ("a@b", 2));

        Assert.EndsWith(""","@mt":"Hello","@@m":1,"a@b":2}""", line.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Level_exception_and_trace_are_written_when_there_are_any()
    {
        var trace = ActivityTraceId.CreateFromString("0af7651916cd43dd8448eb211c80319c");
        var span = ActivitySpanId.CreateFromString("b7ad6b7169203331");
        var logEvent = new LogEvent(
            Time, LogEventLevel.Error, new IOException("disk \"full\""), new MessageTemplateParser().Parse("Failed"), [],
            trace, span);
        using var output = new StringWriter();

        new CompactJsonFormatter().Format(logEvent, output);

        Assert.Equal(
            """{"@t":"2016-06-07T03:44:57.0000000Z","@mt":"Failed","@l":"Error","@x":"System.IO.IOException: disk \"full\"","@tr":"0af7651916cd43dd8448eb211c80319c","@sp":"b7ad6b7169203331"}"""
            + Environment.NewLine,
            output.ToString());
    }

    [Theory]
    [InlineData("Now listening on: {address}", 0xd826f4b8)]
    [InlineData("Application started. Press Ctrl+C to shut down.", 0xdcaefe54)]
    public void An_event_id_is_the_same_everywhere(string template, uint id)
    {
        Assert.Equal(id, EventIdHash.Compute(template));
    }

    private static string Format(ITextFormatter formatter, string template, params (string Name, object Value)[] values)
    {
        var properties = values.Select(value => new LogEventProperty(value.Name, new ScalarValue(value.Value)));
        var logEvent = new LogEvent(
            Time, LogEventLevel.Information, exception: null, new MessageTemplateParser().Parse(template), properties);
        using var output = new StringWriter();
        formatter.Format(logEvent, output);
        return output.ToString();
    }
}
