using Workshop.Harness;

namespace Workshop.Tests;

/// <summary>Where the sentences of statuses are the student's own, a snapshot has none of them, and everything else.</summary>
public sealed class FreeWordsTests
{
    [Theory]
    [InlineData("detail", "Nobody is called so.", "detail      (words)\n")]
    [InlineData("rich detail", "{ \"field\": \"a\", \"description\": \"Say \\\"b\\\".\" }", "rich detail { \"field\": \"a\", \"description\": \"(words)\" }\n")]
    [InlineData("response", "{ \"status\": { \"code\": 6, \"message\": \"Taken.\" } }", "response    { \"status\": { \"code\": 6, \"message\": \"(words)\" } }\n")]
    [InlineData("request", "{ \"message\": \"Hello.\" }", "request     { \"message\": \"Hello.\" }\n")]
    public void A_sentence_is_no_part_of_the_snapshot(string key, string text, string snapshot)
    {
        var transcript = new Transcript { WordsAreFree = true };

        transcript.Add(key, text);

        Assert.Equal(snapshot, $"{transcript}");
    }

    [Theory]
    [InlineData("SQLite Error 1: 'no such table: totals'.")]
    [InlineData("Object reference: System.NullReferenceException")]
    [InlineData("Could not find /srv/users/users.db")]
    [InlineData(@"Could not find C:\users\users.db")]
    [InlineData("First line\n   at Users.Find(Int64 id)")]
    [InlineData("UNIQUE constraint failed: users.username")]
    public void What_comes_from_inside_the_server_stays_and_is_marked(string text)
    {
        var transcript = new Transcript { WordsAreFree = true };

        transcript.Add("detail", text);

        Assert.DoesNotContain("(words)", $"{transcript}", StringComparison.Ordinal);
        Assert.Contains(" (", $"{transcript}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_shows_the_sentence_as_it_was()
    {
        var transcript = new Transcript { WordsAreFree = true };

        transcript.Add("detail", "Nobody is called so.");

        Assert.Contains("Nobody is called so.", Assert.Single(transcript.Conversation()).Text, StringComparison.Ordinal);
    }
}
