using System.Globalization;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>What each key does, by what the screen shows.</summary>
internal sealed class LoopKeys(LoopModel model, LoopActions actions, LoopRuns runs)
{
    /// <returns>False when the key ends the loop.</returns>
    public bool Press(string key)
    {
        if (key is "q" or "Q")
        {
            return false;
        }

        model.Note = null;
        try
        {
            Choose(key.ToLowerInvariant());
        }
        catch (WorkshopException problem)
        {
            (model.Note, model.View) = (problem.Message, LoopView.Result);
        }
        catch (Exception problem) when (WorkshopException.IsOfFile(problem))
        {
            (model.Note, model.View) = (WorkshopException.OfFile(problem).Message, LoopView.Result);
        }

        return true;
    }

    private void Choose(string key)
    {
        switch (model.View, key)
        {
            case (LoopView.Welcome, _):
                actions.NoteWelcome();
                model.View = LoopView.Result;
                break;
            case (LoopView.DiffQuestion, "y"):
                ShowDifference();
                break;
            case (LoopView.ResetQuestion, "y"):
                model.Text = [ScreenLine.Of($"Your files are kept in {actions.Reset(model.Current)}.")];
                model.View = LoopView.WasReset;
                runs.Check();
                break;
            case (LoopView.DiffQuestion or LoopView.ResetQuestion, _):
                model.View = LoopView.Result;
                break;
            case (LoopView.WasReset, "u"):
                model.Note = $"Your files of lab {actions.Undo()} are back.";
                model.View = LoopView.Result;
                runs.Check();
                break;
            case (LoopView.List, _) when ChooseInList(key):
            case (LoopView.Hint or LoopView.Diff or LoopView.WholeResult, _) when Scroll(key):
                break;
            default:
                ChooseAnywhere(key);
                break;
        }
    }

    private void ChooseAnywhere(string key)
    {
        switch (key)
        {
            case "r":
                runs.Check();
                break;
            case "h":
                ShowHint();
                break;
            case "n" when model.MayGoOn:
                runs.Next();
                break;
            case "l":
                (model.View, model.Marked) = (LoopView.List, model.Current.Slug);
                break;
            // Where there is no solution, that is what it says.
            case "d" when model.CurrentIsDone || !model.CurrentHasSolution:
                ShowDifference();
                break;
            case "d":
                model.View = LoopView.DiffQuestion;
                break;
            case "x":
                model.View = LoopView.ResetQuestion;
                break;
            case "a":
                ShowFromTop(LoopView.WholeResult);
                break;
            case "b" or "escape" or "enter" or "":
                model.View = LoopView.Result;
                break;
        }
    }

    private void ShowHint()
    {
        if (actions.NextHint(model.Current, model.Result) is not { } hints)
        {
            model.Note = HintLines.None(model.Current);
            return;
        }

        model.Text = [.. HintLines.Of(hints)];
        model.MoreHints = !hints.IsAll;
        ShowFromTop(LoopView.Hint);
    }

    private void ShowDifference()
    {
        model.Text = [.. DifferenceLines.Of(actions.Difference(model.Current))];
        ShowFromTop(LoopView.Diff);
    }

    private void ShowFromTop(LoopView view) => (model.View, model.Scrolled) = (view, default);

    private bool Scroll(string key)
    {
        var (top, page) = model.Scrolled;
        int? to = key switch
        {
            "up" or "k" => top - 1,
            "down" or "j" => top + 1,
            "page up" => top - page,
            "page down" or " " => top + page,
            "home" => 0,
            "end" => int.MaxValue,
            _ => null,
        };
        model.Scrolled = (Math.Max(0, to ?? top), page);
        return to is not null;
    }

    private bool ChooseInList(string key)
    {
        var slugs = model.Board.Select(row => row.Lab.Slug).ToList();
        var marked = slugs.IndexOf(model.Marked ?? model.Current.Slug);
        switch (key)
        {
            case "up" or "k":
                model.Marked = slugs[Math.Max(0, marked - 1)];
                return true;
            case "down" or "j":
                model.Marked = slugs[Math.Min(slugs.Count - 1, marked + 1)];
                return true;
            case "enter":
                GoTo(model.Marked);
                return true;
            case "l":
                model.View = LoopView.Result;
                return true;
        }

        // One digit marks, for another may follow; a number that was typed with Enter goes there.
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && model.Board.FirstOrDefault(row => row.Lab.IsCalled($"{number}")) is { } row)
        {
            model.Marked = row.Lab.Slug;
            if (key.Length > 1 || model.Board.Count < 10)
            {
                GoTo(row.Lab.Slug);
            }

            return true;
        }

        return false;
    }

    private void GoTo(string? slug)
    {
        model.View = LoopView.Result;
        runs.WorkOn(model.Board.First(row => row.Lab.Slug == slug).Lab);
    }
}
