using System.Security.Cryptography;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>The key that tokens are signed with: 32 random bytes in a file that only its owner may read.</summary>
/// <remarks>Windows has no such mode: there, the folder decides.</remarks>
public static class TokenKey
{
    private const int Bytes = 32;

    /// <summary>The file of the server, and of commands on the same machine: next to the program.</summary>
    public static string DefaultFile { get; } = Path.Combine(AppContext.BaseDirectory, "chat.key");

    /// <summary>Reads the key, and makes it when there is none.</summary>
    /// <exception cref="StartException">The file cannot be read or made, or holds something else.</exception>
    public static byte[] Open(string file)
    {
        try
        {
            if (!File.Exists(file))
            {
                Make(file);
            }

            return File.ReadAllBytes(file) is { Length: Bytes } key
                ? key
                : throw new InvalidDataException($"{file} is no key, which has {Bytes} bytes. Delete it, or name another file with Chat:KeyFile.");
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new StartException($"the key of the tokens cannot be read or made: {problem.Message}", problem);
        }
    }

    // Whole at once: another program that starts at the same time never reads half a key, and both have the same one.
    private static void Make(string file)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Bytes));
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
