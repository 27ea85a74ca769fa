namespace Workshop.ServiceDefaults;

/// <summary>A command cannot do what its user wants. Ends it with <see cref="ExitCodes.Refused"/>.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="cause">The exception of the system, if there is one.</param>
public class CommandException(string message, Exception? cause = null) : Exception(message, cause);
