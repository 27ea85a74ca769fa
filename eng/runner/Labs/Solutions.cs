namespace Workshop.Runner.Labs;

/// <summary>The solutions, which a workshop may have come without.</summary>
internal static class Solutions
{
    public static bool HasSolutionOf(this WorkshopFolder workshop, Lab lab) => Directory.Exists(workshop.PathOf("solutions", lab.Slug));

    /// <exception cref="WorkshopException">There is none.</exception>
    public static void RequireSolutionOf(this WorkshopFolder workshop, Lab lab)
    {
        if (!workshop.HasSolutionOf(lab))
        {
            throw WorkshopException.WrongUse(Directory.Exists(workshop.PathOf("solutions"))
                ? $"There is no solution of lab {lab.Number} here: solutions/{lab.Slug} is missing. Get the folder from a new copy of the workshop."
                : $"This workshop came without solutions, so there is none of lab {lab.Number}. Ask whoever gave you the workshop.");
        }
    }
}
