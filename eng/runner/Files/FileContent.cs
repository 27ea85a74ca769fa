using System.Security.Cryptography;
using System.Text;

namespace Workshop.Runner.Files;

/// <summary>What a file says, whichever line ends and byte order mark an editor writes: neither makes another answer.</summary>
internal static class FileContent
{
    /// <summary>The file's bytes; of a text, without byte order mark and with LF.</summary>
    public static byte[] Read(string file)
    {
        var bytes = BusyFile.Retry(file, () => File.ReadAllBytes(file));
        // No text has a zero byte.
        if (bytes.AsSpan().Contains((byte)0))
        {
            return bytes;
        }

        var text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        var content = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (byte)'\r' || i + 1 >= text.Length || text[i + 1] is not (byte)'\n')
            {
                content[length++] = text[i];
            }
        }

        return content[..length];
    }

    public static byte[] Hash(string file) => SHA256.HashData(Read(file));

    /// <summary>Whether both files are there and say the same.</summary>
    public static bool Same(string one, string other) =>
        File.Exists(one) && File.Exists(other) && Read(one).AsSpan().SequenceEqual(Read(other));
}
