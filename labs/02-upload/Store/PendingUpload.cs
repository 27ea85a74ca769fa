using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Workshop.Upload;

/// <summary>An unfinished upload, held open by the one call that writes to it.</summary>
internal sealed class PendingUpload : IAsyncDisposable
{
    private const int HashedAtOnce = 256 * 1024;

    // How much the disk may have to catch up with when the last byte has come.
    private const long FlushedAtOnce = 64 * 1024 * 1024;

    // Windows moves a file that is open only if everybody who has it open agrees to that (Delete).
    private const FileShare Sharing = FileShare.Read | FileShare.Delete;

    private readonly SafeFileHandle _part;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Action<PendingUpload> _closed;
    private Task _writing = Task.CompletedTask;
    private Task _flushing = Task.CompletedTask;
    private long _flushed;
    private bool _disposed;

    private PendingUpload(FileRecord record, SafeFileHandle part, Action<PendingUpload> closed)
    {
        Record = record;
        _part = part;
        _closed = closed;
    }

    public FileRecord Record { get; }

    /// <summary>How many bytes were taken so far. The last of them may still be on their way to the file.</summary>
    public long Length { get; private set; }

    /// <summary>Whether the upload is thrown away when it is closed. If not, it can be continued.</summary>
    public bool IsDiscarded { get; private set; }

    /// <summary>How many bytes are in the file, for other calls that ask.</summary>
    public long CommittedSize => RandomAccess.GetLength(_part);

    /// <summary>Creates the file for a new upload, and reserves its room on the disk: if that is full, this fails, and not
    /// the last chunk.</summary>
    public static PendingUpload Create(FileRecord record, string part, Action<PendingUpload> closed) => new(
        record,
        File.OpenHandle(part, FileMode.CreateNew, FileAccess.Write, Sharing, FileOptions.Asynchronous, record.Size),
        closed);

    /// <summary>Opens what is there of an upload, and hashes it again.</summary>
    public static async Task<PendingUpload> ReopenAsync(
        FileRecord record, string part, Action<PendingUpload> closed, CancellationToken cancellationToken)
    {
        var handle = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite, Sharing, FileOptions.Asynchronous);
        var upload = new PendingUpload(record, handle, closed);
        try
        {
            var buffer = new byte[HashedAtOnce];
            int read;
            while ((read = await RandomAccess.ReadAsync(handle, buffer, upload.Length, cancellationToken)) > 0)
            {
                upload._hash.AppendData(buffer, 0, read);
                upload.Length += read;
            }

            return upload;
        }
        catch
        {
            upload.Close();
            throw;
        }
    }

    /// <summary>Takes the next bytes of the file.</summary>
    /// <param name="data">Must stay as it is until the next call: the bytes are written while the next chunk is received.
    /// </param>
    /// <exception cref="IOException">These bytes or the ones before could not be written.</exception>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> data)
    {
        await _writing;
        _writing = RandomAccess.WriteAsync(_part, data, Length, CancellationToken.None).AsTask();
        Length += data.Length;
        _hash.AppendData(data.Span);
        if (Length - _flushed >= FlushedAtOnce && _flushing.IsCompleted)
        {
            await _flushing;
            _flushed = Length;
            _flushing = Task.Run(() => RandomAccess.FlushToDisk(_part), CancellationToken.None);
        }
    }

    /// <summary>Waits until everything is on the disk: not only with the operating system, which a power cut would make
    /// forget it.</summary>
    public async Task FlushAsync()
    {
        await _writing;
        await _flushing;
        RandomAccess.FlushToDisk(_part);
    }

    /// <summary>SHA-256 of everything that was taken.</summary>
    public byte[] Sha256() => _hash.GetCurrentHash();

    /// <summary>Throws the upload away when it is closed: the same bytes would never be accepted.</summary>
    public void Discard() => IsDiscarded = true;

    /// <summary>Closes the file and lets other calls write to it, or, discarded, removes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            await Task.WhenAll(_writing, _flushing);
        }
        catch (IOException exception)
        {
            // Whoever called AppendAsync or FlushAsync has had it, or had a better reason to stop. A full disk needs the
            // room back.
            IsDiscarded |= StoreErrors.IsDiskFull(exception);
        }

        Close();
        _closed(this);
    }

    private void Close()
    {
        _part.Dispose();
        _hash.Dispose();
    }
}
