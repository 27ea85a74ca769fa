using System.Text;
using VerifyTests;
using VerifyXunit;

namespace Workshop.Standins.Tests.VerifyXunitV3;

/// <summary>When a text passes, and what is left and told when it does not.</summary>
public sealed class ComparisonTests : IDisposable
{
    private readonly SnapshotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_equal_text_passes_and_removes_what_a_mismatch_left()
    {
        _folder.Write("answer.verified.txt", "one\ntwo");
        _folder.Write("answer.received.txt", "one\nthree");

        var result = await VerifyAnswer("one\r\ntwo").ToTask().InTime();

        Assert.Equal("one\ntwo", result.Text);
        Assert.Equal(_folder.PathOf("answer.verified.txt"), result.Files.Single().VerifiedPath);
        Assert.Equal(["answer.verified.txt"], _folder.FileNames);
    }

    [Fact]
    public async Task Awaiting_a_verification_runs_it_once()
    {
        _folder.Write("answer.verified.txt", "one");
        var verification = VerifyAnswer("one");

        var first = await verification;
        var second = await verification.ConfigureAwait(true);

        Assert.Same(first, second);
    }

    [Fact]
    public async Task A_different_text_fails_and_is_written_beside_the_snapshot()
    {
        _folder.Write("answer.verified.txt", "one\ntwo");

        await FailAsync("one\nthree");

        Assert.Equal(["answer.received.txt", "answer.verified.txt"], _folder.FileNames);
        Assert.Equal("one\nthree", await File.ReadAllTextAsync(_folder.PathOf("answer.received.txt")).InTime());
    }

    [Fact]
    public async Task A_missing_snapshot_fails_and_shows_the_text()
    {
        var error = await FailAsync("one\ntwo");

        Assert.Equal(
            $"""
            Directory: {_folder.Path}
            New:
              - Received: answer.received.txt
                Verified: answer.verified.txt

            FileContent:

            New:

            Received: answer.received.txt
            one
            two
            """.ReplaceLineEndings("\n"),
            error.Message);
    }

    [Fact]
    public async Task A_mismatch_shows_the_lines_that_differ_and_little_else()
    {
        _folder.Write("answer.verified.txt", "1\n2\n3\n4\nfive\n6\n7\n8\n9");

        var error = await FailAsync("1\n2\n3\n4\n5 \n6\n7\n8\n9");

        Assert.Equal(
            $"""
            Directory: {_folder.Path}
            NotEqual:
              - Received: answer.received.txt
                Verified: answer.verified.txt

            FileContent:

            NotEqual:

            Received: answer.received.txt
            Verified: answer.verified.txt
            Compare Result:
              ...
              3
              4
            - five
            + 5·
              6
              7
              ...
            """.ReplaceLineEndings("\n"),
            error.Message);
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r", true)]
    [InlineData("\r\n", true)]
    public async Task A_snapshot_may_have_any_line_end_and_a_byte_order_mark(string lineEnd, bool mark)
    {
        var text = Encoding.UTF8.GetBytes($"größer{lineEnd}two");
        _folder.Write("answer.verified.txt", mark ? [.. Encoding.UTF8.Preamble, .. text] : text);

        var result = await VerifyAnswer("größer\ntwo").ToTask().InTime();

        Assert.Equal("größer\ntwo", result.Text);
    }

    [Fact]
    public async Task A_line_end_at_the_end_is_a_difference()
    {
        _folder.Write("answer.verified.txt", "one\n");

        var error = await FailAsync("one");

        Assert.Contains("NotEqual:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_received_file_has_a_byte_order_mark_and_LF()
    {
        await FailAsync("one\r\ntwo");

        var content = await File.ReadAllBytesAsync(_folder.PathOf("answer.received.txt")).InTime();
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "one\ntwo"u8], content);
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("", "emptyString")]
    [InlineData(12.5, "12.5")]
    [InlineData(true, "True")]
    public async Task A_simple_value_is_verified_as_text(object? value, string text)
    {
        Assert.Equal(text, await _folder.ReceiveAsync(Verifier.Verify(value)));
    }

    [Fact]
    public async Task A_text_can_come_from_a_task()
    {
        Assert.Equal("later", await _folder.ReceiveAsync(Verifier.Verify(Task.FromResult("later"))));
    }

    [Fact]
    public void An_object_is_refused_rather_than_written_in_another_way()
    {
        var error = Assert.Throws<NotSupportedException>(() => { Verifier.Verify(new { Name = "a" }); });

        Assert.Contains("Turn the value into text first", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_does_not_hide_the_mismatch()
    {
        _folder.Write("answer.verified.txt", "one");
        // A folder of that name refuses the file on every system, and for every user.
        Directory.CreateDirectory(_folder.PathOf("answer.received.txt"));

        var error = await FailAsync("two");

        Assert.StartsWith($"Directory: {_folder.Path}\nNotEqual:", error.Message, StringComparison.Ordinal);
        Assert.Contains("- one\n+ two", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            $"{_folder.PathOf("answer.received.txt")} cannot be written.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Allow your user to write there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_for_all_is_refused_once_a_verification_ran()
    {
        await FailAsync("one");

        var error = Assert.Throws<InvalidOperationException>(VerifierSettings.UseUtf8NoBom);

        Assert.Contains("[ModuleInitializer]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_it_can_start_a_process()
    {
        var references = typeof(Verifier).Assembly.GetReferencedAssemblies().Select(reference => reference.Name);

        Assert.DoesNotContain("System.Diagnostics.Process", references);
        Assert.DoesNotContain("DiffEngine", references);
    }

    [Fact]
    public async Task Outside_of_a_test_it_says_what_is_missing()
    {
        Task<VerifyResult> verification;
        using (ExecutionContext.SuppressFlow())
        {
            verification = Task.Run(() => VerifyAnswer("one").ToTask());
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => verification.InTime());

        Assert.Contains("within a test", error.Message, StringComparison.Ordinal);
    }

    private SettingsTask VerifyAnswer(string text) =>
        Verifier.Verify(text).UseDirectory(_folder.Path).UseFileName("answer").DisableDiff();

    private Task<VerifyException> FailAsync(string text) =>
        Assert.ThrowsAsync<VerifyException>(() => VerifyAnswer(text).ToTask().InTime());
}
