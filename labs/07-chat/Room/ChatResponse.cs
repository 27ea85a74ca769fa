namespace Workshop.Chat.V1;

/// <summary>The rest of the generated class.</summary>
public sealed partial class ChatResponse
{
    /// <summary>Its bytes, from the first time on that somebody gets it. Nobody changes a message after that.</summary>
    internal byte[]? Bytes { get; set; }
}
