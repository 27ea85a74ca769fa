using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>A terminal that can move its cursor: the page is drawn anew when it changes, and the last line when only that does.</summary>
/// <remarks>It draws into the ordinary buffer: what is longer than the window can be scrolled back to.</remarks>
internal sealed class TerminalScreen(Screen screen) : ILoopScreen
{
    private const string HideCursor = "\u001b[?25l";
    private const string ShowCursor = "\u001b[?25h";
    private const string ClearAll = "\u001b[2J\u001b[H";
    private const string ClearLine = "\r\u001b[K";

    private string _body = "";
    private string _prompt = "";
    private bool _begun;

    public void Show(LoopModel model)
    {
        var (width, height) = Size();
        var page = LoopPage.Of(model, width, height, screen.HasSigns);
        model.Scrolled = page.Scrolled;
        var body = $"{width}x{height}\n{string.Join('\n', page.Body.Select(line => line.Text))}";
        if (body == _body && page.Prompt.Text == _prompt)
        {
            return;
        }

        screen.Control(HideCursor);
        if (body == _body)
        {
            screen.Control(ClearLine);
        }
        else
        {
            DrawBody(page, height);
        }

        screen.Write(page.Prompt);
        screen.Control(ShowCursor);
        (_body, _prompt) = (body, page.Prompt.Text);
    }

    public void Dispose()
    {
        screen.Control(ShowCursor);
        screen.Line();
    }

    private void DrawBody(LoopPage page, int height)
    {
        if (!_begun)
        {
            // What stood in the window before moves up; it is not ours to wipe out.
            screen.Control(new string('\n', height));
            _begun = true;
        }

        screen.Control(ClearAll);
        foreach (var line in page.Body)
        {
            screen.Line(line);
        }
    }

    // A terminal that does not know its size says 0.
    private static (int Width, int Height) Size()
    {
        try
        {
            var (width, height) = (Console.WindowWidth, Console.WindowHeight);
            return (width > 0 ? width : 80, height > 0 ? height : 24);
        }
        catch (IOException)
        {
            return (80, 24);
        }
    }
}
