namespace Workshop.Harness;

/// <summary>The task of the check, or one that it builds on, is still to do. Nothing is wrong.</summary>
public sealed class NotImplementedYetException(string message) : CheckFailedException(message);
