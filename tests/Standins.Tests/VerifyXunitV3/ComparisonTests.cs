using System.Text;

namespace Workshop.Standins.Tests.VerifyXunitV3;

/// <summary>When a text passes, and what is left and told when it does not: encoding, exception-message-format,
/// newline-tolerance and verify-options in Verify's documentation.</summary>
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
        Assert.Equal(["answer.verified.txt"], _folder.FileNames);
    }

    [Fact]
    public async Task The_files_of_a_result_are_paths()
    {
        _folder.Write("answer.verified.txt", "one");

        var result = await VerifyAnswer("one").ToTask().InTime();

        Assert.Equal([_folder.PathOf("answer.verified.txt")], result.Files);
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

        await SnapshotFolder.FailAsync(VerifyAnswer("one\nthree"));

        Assert.Equal(["answer.received.txt", "answer.verified.txt"], _folder.FileNames);
        Assert.Equal("one\nthree", await File.ReadAllTextAsync(_folder.PathOf("answer.received.txt")).InTime());
    }

    [Fact]
    public async Task A_missing_snapshot_fails_and_shows_the_text()
    {
        var message = await SnapshotFolder.FailAsync(VerifyAnswer("one\ntwo"));

        Assert.StartsWith($"Directory: {_folder.Path}", message, StringComparison.Ordinal);
        Assert.Contains(
            "\nNew:\n  - Received: answer.received.txt\n    Verified: answer.verified.txt\n", message, StringComparison.Ordinal);
        Assert.Contains(
            "\nFileContent:\n\nNew:\n\nReceived: answer.received.txt\none\ntwo", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mismatch_shows_both_texts()
    {
        _folder.Write("answer.verified.txt", "one\ntwo");

        var message = await SnapshotFolder.FailAsync(VerifyAnswer("one\nthree"));

        Assert.StartsWith($"Directory: {_folder.Path}", message, StringComparison.Ordinal);
        Assert.Contains(
            "\nNotEqual:\n  - Received: answer.received.txt\n    Verified: answer.verified.txt\n", message, StringComparison.Ordinal);
        Assert.Contains(
            "\nFileContent:\n\nNotEqual:\n\nReceived: answer.received.txt\none\nthree\n", message, StringComparison.Ordinal);
        Assert.Contains("\nVerified: answer.verified.txt\none\ntwo", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_snapshot_may_have_a_byte_order_mark(bool mark)
    {
        var text = Encoding.UTF8.GetBytes("größer\ntwo");
        _folder.Write("answer.verified.txt", mark ? [.. Encoding.UTF8.Preamble, .. text] : text);

        var result = await VerifyAnswer("größer\ntwo").ToTask().InTime();

        Assert.Equal("größer\ntwo", result.Text);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task A_snapshot_with_other_line_ends_than_LF_is_refused(string lineEnd)
    {
        _folder.Write("answer.verified.txt", $"one{lineEnd}two");

        await Assert.ThrowsAnyAsync<Exception>(() => VerifyAnswer("one\ntwo").ToTask().InTime());
    }

    [Fact]
    public async Task A_line_end_at_the_end_is_a_difference()
    {
        _folder.Write("answer.verified.txt", "one\n");

        var message = await SnapshotFolder.FailAsync(VerifyAnswer("one"));

        Assert.Contains("NotEqual:", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_received_file_has_a_byte_order_mark_and_LF()
    {
        await SnapshotFolder.FailAsync(VerifyAnswer("one\r\ntwo"));

        var content = await File.ReadAllBytesAsync(_folder.PathOf("answer.received.txt")).InTime();
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "one\ntwo"u8], content);
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("", "emptyString")]
    public async Task No_text_and_an_empty_one_have_a_name(string? text, string name)
    {
        Assert.Equal(name, await _folder.ReceiveAsync(Verify(text)));
    }

    [Fact]
    public async Task A_text_can_come_from_a_task()
    {
        Assert.Equal("later", await _folder.ReceiveAsync(Verify(Task.FromResult("later"))));
    }

    [Fact]
    public async Task A_setting_for_all_is_refused_once_a_verification_ran()
    {
        await SnapshotFolder.FailAsync(VerifyAnswer("one"));

        var error = Assert.ThrowsAny<Exception>(VerifierSettings.FixNewlinesOnRead);

        Assert.Contains("[ModuleInitializer]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verification_outside_of_a_test_is_refused()
    {
        Task<VerifyResult> verification;
        using (ExecutionContext.SuppressFlow())
        {
            verification = Task.Run(() => VerifyAnswer("one").ToTask());
        }

        await Assert.ThrowsAnyAsync<Exception>(() => verification.InTime());
        Assert.Empty(_folder.FileNames);
    }

    private SettingsTask VerifyAnswer(string text) =>
        Verify(text).UseDirectory(_folder.Path).UseFileName("answer").DisableDiff();
}
