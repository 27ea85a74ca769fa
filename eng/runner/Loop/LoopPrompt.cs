using System.Globalization;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>The last line: what goes on, and the keys that do something now.</summary>
internal static class LoopPrompt
{
    private const string Wheel = "|/-\\";

    /// <param name="model">The loop's state.</param>
    /// <param name="isPart">Whether the page shows a part of its text only.</param>
    public static ScreenLine Of(LoopModel model, bool isPart)
    {
        var keys = Keys(model, isPart).SelectMany(IEnumerable<(string, Spectre.Console.Style?)> (key) =>
            [(key.Key, ScreenLine.Bold), ($" {key.Does}  ", null)]);
        return new ScreenLine([.. Doing(model), .. keys]);
    }

    private static IEnumerable<(string, Spectre.Console.Style?)> Doing(LoopModel model)
    {
        if (model.Checking is { } lab && model.View is not LoopView.Welcome)
        {
            var turn = (int)(model.CheckingFor.TotalMilliseconds / 200) % Wheel.Length;
            yield return ($"{Wheel[turn]} Checking lab {lab.Number}, ", null);
            yield return (string.Create(CultureInfo.InvariantCulture, $"{model.CheckingFor.TotalSeconds:0} s   "), null);
        }
    }

    private static IEnumerable<(string Key, string Does)> Keys(LoopModel model, bool isPart) => model.View switch
    {
        LoopView.Welcome => [("any key", "continue"), ("q", "quit")],
        LoopView.DiffQuestion or LoopView.ResetQuestion => [("y", "yes"), ("n", "no"), ("h", "hint")],
        LoopView.WasReset => [("u", "undo"), ("b", "back"), ("q", "quit")],
        LoopView.List => [("up/down", "choose"), ("Enter", "work on it"), ("b", "back"), ("q", "quit")],
        LoopView.Hint when model.MoreHints => [("h", "next hint"), .. OfText(isPart)],
        LoopView.Hint when model.CurrentHasSolution => [("d", "diff with the solution"), .. OfText(isPart)],
        LoopView.Hint or LoopView.Diff or LoopView.WholeResult => OfText(isPart),
        _ => OfResult(model, isPart),
    };

    private static IEnumerable<(string Key, string Does)> OfText(bool isPart) =>
        [.. isPart ? [("up/down, space", "scroll")] : Array.Empty<(string, string)>(), ("b", "back"), ("q", "quit")];

    private static IEnumerable<(string Key, string Does)> OfResult(LoopModel model, bool isPart)
    {
        if (model.MayGoOn)
        {
            yield return ("n", model.NextLab is null ? "finish" : "next lab");
        }

        if (model.Checking is null)
        {
            yield return ("r", "run");
        }

        if (!model.CurrentIsDone)
        {
            yield return ("h", "hint");
        }

        if (isPart)
        {
            yield return ("a", "all");
        }

        yield return ("l", "list");
        if (model.CurrentHasSolution)
        {
            yield return ("d", "diff");
        }

        yield return ("x", "reset");
        yield return ("q", "quit");
    }
}
