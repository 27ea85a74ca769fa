namespace Workshop.Runner.Authoring;

/// <summary>A check as it stands in its source file.</summary>
/// <param name="File">The source file.</param>
/// <param name="Todo">The id of its task.</param>
/// <param name="Type">The class.</param>
/// <param name="Method">The method; its name is the check's sentence.</param>
internal sealed record AuthoredCheck(string File, string Todo, string Type, string Method)
{
    /// <summary>The snapshot's file name.</summary>
    public string Snapshot => $"{Type}.{Method}.verified.txt";
}
