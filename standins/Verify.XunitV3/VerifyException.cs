namespace VerifyTests;

/// <summary>A snapshot is missing or differs. The message lists the files and shows the difference.</summary>
public sealed class VerifyException(string message, Exception? innerException = null)
    : Exception(message, innerException);
