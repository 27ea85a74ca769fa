namespace Workshop.Runner.Labs;

/// <summary>Which part of a lab a task belongs to.</summary>
internal enum LabPart
{
    /// <summary>At most an hour; works from end to end.</summary>
    Core,

    /// <summary>What a service needs before others use it; each task by itself, in any number.</summary>
    Production,
}

/// <summary>A numbered task of a lab.</summary>
/// <param name="Id">Its id, unique in the workshop, such as <c>01.2</c>.</param>
/// <param name="Title">What there is to do, in a few words.</param>
/// <param name="Part">The part under whose heading it stands; the core, where there is no heading.</param>
/// <param name="Minutes">How long it takes, in minutes; null where the README does not say.</param>
internal sealed record LabTask(string Id, string Title, LabPart Part = LabPart.Core, int? Minutes = null);
