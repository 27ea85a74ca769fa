using Workshop.Runner.Labs;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>Text that is only ever appended: for --plain, for terminals without cursor moves, for screen readers.</summary>
internal sealed class PlainScreen(Screen screen) : ILoopScreen
{
    private const int Width = 80;

    private string _shown = "";
    private Lab? _checking;

    public void Show(LoopModel model)
    {
        var page = LoopPage.Of(model, Width, int.MaxValue, screen.HasSigns);
        var body = string.Join('\n', page.Body.Select(line => line.Text));
        if (model.Checking is { } lab && _checking is null)
        {
            screen.Line($"Checking lab {lab.Number} ...");
        }

        var ended = _checking is not null && model.Checking is null;
        _checking = model.Checking;
        if ((body == _shown && !ended) || (model.Checking is not null && model.View is LoopView.Result && model.Note is null))
        {
            return;
        }

        _shown = body;
        screen.Line();
        foreach (var line in page.Body)
        {
            screen.Line(line);
        }

        screen.Line($"Keys, each with Enter:  {page.Prompt.Text.TrimEnd()}");
    }

    public void Dispose() => screen.Line();
}
