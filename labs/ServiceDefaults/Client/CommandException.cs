namespace Workshop.ServiceDefaults;

/// <summary>A command cannot do what its user wants. Ends it with <see cref="ExitCodes.Refused"/>.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="cause">What the system said, if it did.</param>
public class CommandException(string message, Exception? cause = null) : Exception(message, cause);
