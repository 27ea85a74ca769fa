using System.Text.Json;
using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>What an answer must be if the request was refused.</summary>
internal static class Refused
{
    /// <summary>INVALID_ARGUMENT as google.rpc.Status, with HTTP status 400.</summary>
    public static void AssertInvalid(Answer answer)
    {
        Assert.Equal(400, answer.Code);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        using var status = JsonDocument.Parse(answer.Text);
        Assert.Equal(3, status.RootElement.GetProperty("code").GetInt32());
        Assert.NotEmpty(status.RootElement.GetProperty("message").GetString()!);
    }

    public static void AssertMalformed(Answer answer)
    {
        AssertInvalid(answer);
        Assert.Contains("Request JSON payload is not correctly formatted.", answer.Text, StringComparison.Ordinal);
    }
}
