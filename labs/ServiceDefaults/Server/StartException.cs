namespace Workshop.ServiceDefaults;

/// <summary>The server cannot start, for a reason that its user can correct.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="cause">The exception of the system.</param>
public sealed class StartException(string message, Exception cause) : Exception(message, cause);
