using Workshop.Runner.Hints;

namespace Workshop.Runner.Authoring;

/// <summary>The tasks of the README, the marks and stubs in the lab, the checks and the hints belong together.</summary>
internal static class TaskRules
{
    private const int HintsPerTask = 3;

    public static IEnumerable<Defect> Find(AuthoredLab lab)
    {
        var readme = lab.Lab.Readme;
        string[] tasks = [.. lab.Lab.Tasks.Select(task => task.Id)];
        var marks = lab.Marks();
        var stubs = lab.Stubs();
        var checks = lab.Checks();
        var hints = LabHints.Read(File.ReadAllText(Path.Combine(lab.LabFolder, "README.md")));

        if (tasks.Length == 0)
        {
            yield return new Defect(readme, $"It has no tasks: add headings such as '## Task {lab.Lab.Number}.1: What to do'.");
        }

        foreach (var task in tasks)
        {
            var places = marks.Where(mark => mark.Id == task).ToArray();
            if (places.Length != 1)
            {
                yield return new Defect(
                    places.Length == 0 ? readme : lab.Workshop.Show(places[1].File),
                    $"Task {task} is marked {places.Length} times in the lab: mark it once, by a comment 'TODO {task}: ...'.");
            }

            if (!stubs.Contains(task))
            {
                yield return new Defect(
                    places.Length == 0 ? readme : lab.Workshop.Show(places[0].File),
                    $"Task {task} has no stub: let the unfinished code say 'TODO {task} is not done yet. See {readme}.'");
            }

            if (!checks.Any(check => check.Todo == task))
            {
                yield return new Defect($"tests/{lab.Lab.Slug}", $"Task {task} has no check: add a [Fact, Trait(\"Todo\", \"{task}\")].");
            }

            if (checks.Where(check => check.Todo == task).Select(check => check.Type).Distinct().Count() > 1)
            {
                yield return new Defect(
                    $"tests/{lab.Lab.Slug}",
                    $"The checks of task {task} lie in several classes: keep them in one. Classes run side by side, the checks of one in order.");
            }

            var count = hints.GetValueOrDefault(task)?.Count ?? 0;
            if (count != HintsPerTask)
            {
                yield return new Defect(
                    readme, $"Task {task} has {count} hints: write {HintsPerTask}, a nudge, the idea with a link, and the API to call.");
            }
        }

        foreach (var mark in marks.Where(mark => !tasks.Contains(mark.Id)))
        {
            yield return new Defect(lab.Workshop.Show(mark.File), $"TODO {mark.Id} is no task of {readme}: add the task, or remove the mark.");
        }

        foreach (var check in checks.Where(check => !tasks.Contains(check.Todo)))
        {
            yield return new Defect(
                lab.Workshop.Show(check.File), $"{check.Method} grades task {check.Todo}, which {readme} does not have.");
        }
    }
}
