namespace Workshop.Harness;

/// <summary>The client saw something else than it should.</summary>
public sealed class WrongAnswerException(string message) : CheckFailedException(message);
