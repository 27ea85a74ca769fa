namespace Workshop.Bench.Contrast;

/// <summary>A page as a REST client has it.</summary>
internal sealed record ReadPage(IReadOnlyList<ReadFile> Files, string? NextPageToken);
