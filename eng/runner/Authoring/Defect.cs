namespace Workshop.Runner.Authoring;

/// <summary>Something in the workshop that would leave a lab ungradable, or a student misled.</summary>
/// <param name="File">Where it is, relative to the workshop's folder, with slashes.</param>
/// <param name="Rule">Which rule it breaks and what to do, in a sentence.</param>
internal sealed record Defect(string File, string Rule);
