using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Workshop.Upload;

/// <summary>An unfinished upload, kept open by the one call that writes to it.</summary>
internal sealed class PendingUpload : IAsyncDisposable
{
    private const int HashedAtOnce = 256 * 1024;

    // At most this much is not yet flushed when the last byte comes.
    private const long FlushedAtOnce = 64 * 1024 * 1024;

    // Windows moves an open file only if each program that has it open allows that (Delete).
    private const FileShare Sharing = FileShare.Read | FileShare.Delete;

    private readonly SafeFileHandle _part;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StoreQuota _quota;
    private readonly Action<PendingUpload> _closed;
    private Task _writing = Task.CompletedTask;
    private Task _flushing = Task.CompletedTask;
    private long _flushed;
    private bool _disposed;

    private PendingUpload(FileRecord record, SafeFileHandle part, StoreQuota quota, Action<PendingUpload> closed)
    {
        Record = record;
        _part = part;
        _quota = quota;
        _closed = closed;
    }

    public FileRecord Record { get; }

    /// <summary>How many bytes were appended. The last of them may not be written yet.</summary>
    public long Length { get; private set; }

    /// <summary>Whether all of them are on the disk.</summary>
    public bool IsFlushed { get; private set; }

    /// <summary>Whether the upload is removed when it is closed. If not, it can be continued.</summary>
    public bool IsDiscarded { get; private set; }

    /// <summary>How many bytes are in the file, for other calls that ask.</summary>
    public long CommittedSize => RandomAccess.GetLength(_part);

    /// <summary>Creates the file for a new upload.</summary>
    public static PendingUpload Create(FileRecord record, string part, StoreQuota quota, Action<PendingUpload> closed) =>
        new(record, File.OpenHandle(part, FileMode.CreateNew, FileAccess.Write, Sharing, FileOptions.Asynchronous), quota, closed);

    /// <summary>Opens the stored part of an upload, and hashes it again.</summary>
    public static async Task<PendingUpload> ReopenAsync(
        FileRecord record, string part, StoreQuota quota, Action<PendingUpload> closed, CancellationToken cancellationToken)
    {
        var handle = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite, Sharing, FileOptions.Asynchronous);
        var upload = new PendingUpload(record, handle, quota, closed);
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

    /// <summary>Appends the next bytes of the file.</summary>
    /// <param name="data">Must not change until the next call: the bytes are written while the next chunk is received.
    /// </param>
    /// <exception cref="IOException">These bytes or the ones before could not be written.</exception>
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED: the store has no room for them.</exception>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> data)
    {
        await _writing;
        _quota.TakeBytes(Record.Owner, data.Length);
        _writing = RandomAccess.WriteAsync(_part, data, Length, CancellationToken.None).AsTask();
        IsFlushed = false;
        Length += data.Length;
        _hash.AppendData(data.Span);
        if (Length - _flushed >= FlushedAtOnce && _flushing.IsCompleted)
        {
            await _flushing;
            _flushed = Length;
            _flushing = Task.Run(() => RandomAccess.FlushToDisk(_part), CancellationToken.None);
        }
    }

    /// <summary>Waits until everything is on the disk, not only in the memory of the operating system: a power cut would
    /// lose that.</summary>
    public async Task FlushAsync()
    {
        await _writing;
        await _flushing;
        await (_flushing = Task.Run(() => RandomAccess.FlushToDisk(_part), CancellationToken.None));
        IsFlushed = true;
    }

    /// <summary>SHA-256 of everything that was appended.</summary>
    public byte[] Sha256() => _hash.GetCurrentHash();

    /// <summary>Removes the upload when it is closed: the same bytes would never be accepted.</summary>
    public void Discard() => IsDiscarded = true;

    /// <summary>Closes the file, so that other calls can write to it. Removes it if it was discarded.</summary>
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
            // AppendAsync or FlushAsync has thrown it already, or the call ended for another reason. On a full disk the upload
            // is removed, to free its space.
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
