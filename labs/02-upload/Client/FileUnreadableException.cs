using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>The file that is being sent can no longer be read. Not an <see cref="IOException"/>: the network throws those.</summary>
internal sealed class FileUnreadableException(string message, Exception cause) : CommandException(message, cause);
