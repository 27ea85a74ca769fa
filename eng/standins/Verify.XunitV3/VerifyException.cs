/// <summary>A snapshot is missing or differs. The message lists the files and shows both texts.</summary>
/// <remarks>In no namespace and not public, as in the official package: callers catch <see cref="Exception"/>.</remarks>
internal sealed class VerifyException(string message) : Exception(message);
