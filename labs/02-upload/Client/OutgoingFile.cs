using Grpc.Core;
using Microsoft.Win32.SafeHandles;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>A file that is sent to the server, in one call or several.</summary>
internal sealed class OutgoingFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    /// <param name="path">The path of the file.</param>
    /// <param name="name">The name for the server; null for its own name.</param>
    /// <exception cref="CommandException">It has no name.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public OutgoingFile(string path, string? name)
    {
        if (path.Length == 0)
        {
            throw new CommandException("The name of the file is empty: name the file to upload.");
        }

        _handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        Size = RandomAccess.GetLength(_handle);
        Name = name ?? Path.GetFileName(path);
    }

    public string Name { get; }

    /// <summary>Length in bytes when it was opened.</summary>
    public long Size { get; }

    /// <summary>The server's id of the upload; empty until the server sent it.</summary>
    public string FileId { get; private set; } = "";

    /// <summary>Reads the bytes from an offset.</summary>
    /// <returns>How many were read: fewer than the buffer holds at the end of the file.</returns>
    /// <exception cref="FileUnreadableException">It can no longer be read.</exception>
    public int Read(Span<byte> buffer, long offset)
    {
        try
        {
            return RandomAccess.Read(_handle, buffer[..(int)Math.Min(buffer.Length, Size - offset)], offset);
        }
        catch (IOException exception)
        {
            throw new FileUnreadableException($"The file cannot be read at byte {offset}: {exception.Message}", exception);
        }
    }

    /// <summary>Takes the id from the header <c>file-id</c> of a call that has ended.</summary>
    public async Task RememberIdAsync(Task<Metadata> headers)
    {
        try
        {
            FileId = (await headers).GetValue("file-id") ?? FileId;
        }
        catch (RpcException)
        {
            // The call ended before the server sent headers.
        }
    }

    public void Dispose() => _handle.Dispose();
}
