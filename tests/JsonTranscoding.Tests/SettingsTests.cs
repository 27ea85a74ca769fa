using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>What each of GrpcJsonSettings does.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task By_default_default_values_are_written_and_what_can_be_absent_is_not()
    {
        await using var server = await StartAsync(_ => { });

        var answer = await server.GetAsync("/v1/get");

        Assert.Equal(
            """
            {"text":"","flag":false,"small":0,"big":0,"smallPositive":0,"bigPositive":0,"bigZigzag":0,"fixedSmall":0,"fixedBig":0,
            "single":0,"real":0,"data":"","level":"LOG_LEVEL_UNSPECIFIED","texts":[],"numbers":[],"levels":[],"users":[],"labels":{},
            "usersByNumber":{},"counts":{},"nothing":null,"otherName":"","times":[],"wrappedNumbers":[],"values":{}}
            """.ReplaceLineEndings(""),
            answer.Text);
    }

    [Fact]
    public async Task IgnoreDefaultValues_leaves_them_out()
    {
        await using var server = await StartAsync(settings => settings.IgnoreDefaultValues = true);

        var answer = await server.PostAsync(
            "/v1/whole", """{"text":"","small":0,"real":-0.0,"level":0,"texts":[],"user":{"id":""},"maybe":0,"wrappedBig":0,"numbers":[0]}""");

        Assert.Equal("""{"real":-0,"user":{},"numbers":[0],"maybe":0,"wrappedBig":0}""", answer.Text);
    }

    [Theory]
    [InlineData(false, 9007199254740993)]
    [InlineData(true, "9007199254740993")]
    public async Task WriteInt64sAsStrings_is_for_64_bits(bool asStrings, object expected)
    {
        await using var server = await StartAsync(settings => (settings.WriteInt64sAsStrings, settings.IgnoreDefaultValues) = (asStrings, true));
        var value = JsonSerializer.Serialize(expected);

        var answer = await server.PostAsync(
            "/v1/whole",
            """{"small":7,"big":9007199254740993,"bigPositive":9007199254740993,"fixedBig":9007199254740993,"counts":{"true":9007199254740993},"wrappedBig":9007199254740993}""");

        Assert.Equal(
            $$"""{"small":7,"big":{{value}},"bigPositive":{{value}},"fixedBig":{{value}},"counts":{"true":{{value}}},"wrappedBig":{{value}}}""",
            answer.Text);
    }

    [Fact]
    public async Task WriteInt64sAsStrings_keeps_every_digit_and_the_sign()
    {
        await using var server = await StartAsync(settings => (settings.WriteInt64sAsStrings, settings.IgnoreDefaultValues) = (true, true));
        const string json = """{"big":"-9223372036854775808","bigPositive":"18446744073709551615","bigZigzag":"9223372036854775807"}""";

        var answer = await server.PostAsync("/v1/whole", json);

        Assert.Equal(json, answer.Text);
    }

    [Theory]
    [InlineData(false, """{"level":"LOG_LEVEL_ERROR","levels":["LOG_LEVEL_INFO",77]}""")]
    [InlineData(true, """{"level":2,"levels":[1,77]}""")]
    public async Task WriteEnumsAsIntegers_is_for_names(bool asIntegers, string expected)
    {
        await using var server = await StartAsync(settings => (settings.WriteEnumsAsIntegers, settings.IgnoreDefaultValues) = (asIntegers, true));

        var answer = await server.PostAsync("/v1/whole", """{"level":"LOG_LEVEL_ERROR","levels":["LOG_LEVEL_INFO",77]}""");

        Assert.Equal(expected, answer.Text);
    }

    [Fact]
    public async Task WriteIndented_has_line_breaks()
    {
        await using var server = await StartAsync(settings => (settings.WriteIndented, settings.IgnoreDefaultValues) = (true, true));

        var answer = await server.GetAsync("/v1/get?text=a&numbers=1");

        Assert.Equal(
            """
            {
              "text": "a",
              "numbers": [
                1
              ]
            }
            """.ReplaceLineEndings(Environment.NewLine),
            answer.Text);
    }

    [Theory]
    [InlineData(false, """{"big":1}""")]
    [InlineData(true, """{"text":"a","big":1,"smallPositive":2}""")]
    public async Task PropertyNameCaseInsensitive_is_for_reading(bool isInsensitive, string expected)
    {
        await using var server = await StartAsync(settings =>
            (settings.PropertyNameCaseInsensitive, settings.IgnoreDefaultValues) = (isInsensitive, true));

        var answer = await server.PostAsync("/v1/whole", """{"TEXT":"a","big":1,"SMALL_POSITIVE":2}""");

        Assert.Equal(expected, answer.Text);
    }

    [Theory]
    [InlineData("""{"level":"ERROR"}""", """{"level":"ERROR"}""")]
    [InlineData("""{"level":2,"levels":["INFO","PLAIN"]}""", """{"level":"ERROR","levels":["INFO","PLAIN"]}""")]
    [InlineData("""{"levels":[4]}""", """{"levels":["LOG_LEVEL_404"]}""")]
    public async Task RemoveEnumPrefix_is_for_reading_and_writing(string json, string expected)
    {
        await using var server = await StartAsync(settings => (settings.RemoveEnumPrefix, settings.IgnoreDefaultValues) = (true, true));

        var answer = await server.PostAsync("/v1/whole", json);

        Assert.Equal((200, expected), (answer.Code, answer.Text));
    }

    [Fact]
    public async Task Without_RemoveEnumPrefix_a_name_is_the_whole_name()
    {
        await using var server = await StartAsync(_ => { });

        Refused.AssertInvalid(await server.PostAsync("/v1/whole", """{"level":"ERROR"}"""));
    }

    [Fact]
    public void Every_setting_is_off_by_default()
    {
        var settings = new GrpcJsonTranscodingOptions().JsonSettings;

        Assert.All(typeof(GrpcJsonSettings).GetProperties(), property => Assert.Equal(false, property.GetValue(settings)));
    }

    private static Task<TestServer> StartAsync(Action<GrpcJsonSettings> set) => TestServer.StartAsync(
        app => app.MapGrpcService<EchoingService>(), options => set(options.JsonSettings));
}
