namespace Workshop.Runner.Labs;

/// <summary>How long a lab takes, in minutes.</summary>
/// <param name="Core">The core, with its reading.</param>
/// <param name="Reading">How much of the core is reading.</param>
/// <param name="Production">All production tasks together; 0 where there are none.</param>
internal sealed record LabMinutes(int Core, int Reading, int Production);
