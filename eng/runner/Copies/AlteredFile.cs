namespace Workshop.Runner.Copies;

/// <summary>A given file that is not as it came.</summary>
/// <param name="File">Its path in the workshop.</param>
/// <param name="How">changed, deleted or added.</param>
internal sealed record AlteredFile(string File, string How);
