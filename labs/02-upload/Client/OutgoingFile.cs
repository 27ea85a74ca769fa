using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Win32.SafeHandles;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>A file that is sent to the server, in one call or several.</summary>
internal sealed class OutgoingFile : IDisposable
{
    /// <summary>Data per chunk, in bytes. Larger ones are no faster, and from 85,000 bytes on they cost the
    /// receiver more memory: docs/02-upload.md.</summary>
    public const int ChunkBytes = 64 * 1024;

    private readonly SafeFileHandle _handle;
    private readonly TransferProgress _progress;
    private ByteString? _sha256;

    /// <param name="path">The path of the file.</param>
    /// <param name="name">The name for the server; null for its own name.</param>
    /// <param name="error">Where the progress is shown, if that is a terminal.</param>
    /// <exception cref="CommandException">It has no name.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public OutgoingFile(string path, string? name, TextWriter error)
    {
        if (path.Length == 0)
        {
            throw new CommandException("The name of the file is empty: name the file to upload.");
        }

        _handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        Size = RandomAccess.GetLength(_handle);
        Name = name ?? Path.GetFileName(path);
        _progress = new TransferProgress(error, Size);
    }

    public string Name { get; }

    /// <summary>Length in bytes when it was opened.</summary>
    public long Size { get; }

    /// <summary>The server's id of the upload; empty until the server sent it.</summary>
    public string FileId { get; private set; } = "";

    /// <summary>SHA-256 of the whole file, once all its chunks were read.</summary>
    public ByteString Sha256 => _sha256 ?? throw new InvalidOperationException("Not all chunks were read: read them before the commit.");

    /// <summary>Reads the file in chunks, each with its offset and checksum. The next one is read and hashed while this one is
    /// sent.</summary>
    /// <param name="from">Where the first chunk begins.</param>
    /// <remarks>A chunk uses a buffer that is filled again after the next one: end its write before you go on.</remarks>
    /// <exception cref="FileUnreadableException">The file can no longer be read.</exception>
    public async IAsyncEnumerable<FileChunk> ReadChunksAsync(long from)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, other) = (new byte[ChunkBytes], new byte[ChunkBytes]);
        // The digest also needs the bytes that the server has already.
        for (var offset = 0L; offset < from;)
        {
            offset += Read(buffer.AsSpan(0, (int)Math.Min(ChunkBytes, from - offset)), offset, hash);
        }

        var reading = NextAsync(buffer, from);
        try
        {
            while (await reading is { } chunk)
            {
                var end = chunk.Offset + chunk.Data.Length;
                (buffer, other) = (other, buffer);
                reading = NextAsync(buffer, end);
                yield return chunk;
                _progress.Report(end);
            }
        }
        finally
        {
            // Whoever stops in the middle must not leave a read behind.
            await Task.WhenAny(reading);
        }

        _sha256 = ByteString.CopyFrom(hash.GetHashAndReset());

        Task<FileChunk?> NextAsync(byte[] into, long offset) => Task.Run(() =>
        {
            var data = into.AsMemory(0, (int)Math.Min(ChunkBytes, Size - offset));
            if (data.IsEmpty)
            {
                return null;
            }

            Read(data.Span, offset, hash);
            return new FileChunk { Offset = offset, Data = UnsafeByteOperations.UnsafeWrap(data), Crc32C = Crc32C.Of(data.Span) };
        });
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

    /// <summary>Removes the line that shows the progress.</summary>
    public void EndProgress() => _progress.End();

    public void Dispose()
    {
        EndProgress();
        _handle.Dispose();
    }

    private int Read(Span<byte> buffer, long offset, IncrementalHash hash)
    {
        try
        {
            for (var read = 0; read < buffer.Length;)
            {
                read += RandomAccess.Read(_handle, buffer[read..], offset + read) is > 0 and var more
                    ? more
                    : throw new EndOfStreamException("it has become shorter");
            }
        }
        catch (IOException exception)
        {
            throw new FileUnreadableException($"The file cannot be read at byte {offset}: {exception.Message}", exception);
        }

        hash.AppendData(buffer);
        return buffer.Length;
    }
}
