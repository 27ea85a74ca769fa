namespace Workshop.Runner.Labs;

/// <summary>A numbered task of a lab.</summary>
/// <param name="Id">Its id, unique in the workshop, such as <c>01.2</c>.</param>
/// <param name="Title">What there is to do, in a few words.</param>
internal sealed record LabTask(string Id, string Title);
