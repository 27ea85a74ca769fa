using Workshop.Chat;

namespace Workshop.Tests;

public sealed class TypedWhileOthersTalkTests
{
    private const int Texts = 20;
    private const string Line = "a line that is typed while twenty others talk";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_line_and_those_of_others_stay_whole()
    {
        await using var host = await ChatHost.StartAsync();
        var (screen, error) = (new TerminalScreen(), new StringWriter());
        using var other = await host.JoinAsync("bob");
        var program = Task.Run(() => ChatCommandLine.RunAsync(
            ["chat", ChatHost.Room, "--name", "ada", "--key-file", host.Key.File, "--server", host.Address], TextWriter.Null, error, terminal: screen));
        await other.UntilAsync(happened => happened.Joined?.Name == "ada").WaitAsync(Patience, TestContext.Current.CancellationToken);

        // A letter and a text at the same time, again and again.
        for (var letter = 0; letter < Line.Length; letter++)
        {
            screen.Type(Line[letter]);
            if (letter < Texts)
            {
                await other.SayAsync($"text {letter} of somebody else");
            }
        }

        await Eventually.HoldsAsync(
            () => screen.Lines[^1] == $"> {Line}" && screen.Lines.Count(line => line.Contains("text", StringComparison.Ordinal)) == Texts,
            () => $"{string.Join('\n', screen.Lines)}\n{error}",
            Patience);
        Assert.Equal(
            Enumerable.Range(0, Texts).Select(number => $"bob: text {number} of somebody else"),
            screen.Lines.Where(line => line.Contains("text", StringComparison.Ordinal)).Select(line => line[line.IndexOf("bob", StringComparison.Ordinal)..]));
        screen.Type('\r');
        var said = await other.UntilAsync(happened => happened.Said?.Name == "ada").WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(Line, said.Said.Text);
        Array.ForEach("/leave\r".ToCharArray(), screen.Type);
        Assert.Equal(0, await program.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal("", error.ToString());
    }
}
