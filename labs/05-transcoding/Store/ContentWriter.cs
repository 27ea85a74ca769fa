using System.Security.Cryptography;
using Google.Protobuf;
using Workshop.Catalog.V1;

namespace Workshop.Transcoding;

/// <summary>The new content of a file, part by part. Only a complete one changes the file.</summary>
/// <remarks>The catalogue keeps the length and the hash, and not the bytes.</remarks>
internal sealed class ContentWriter(FileStore files, string fileId) : IDisposable
{
    /// <summary>Longest content, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private long _size;

    /// <exception cref="CatalogException"><see cref="CatalogProblem.FieldInvalid"/>: the content is too long.</exception>
    public void Append(ReadOnlySpan<byte> data)
    {
        if (_size + data.Length > MaxBytes)
        {
            throw new CatalogException(CatalogProblem.FieldInvalid, $"The content is longer than {MaxBytes} bytes.", "data");
        }

        _hash.AppendData(data);
        _size += data.Length;
    }

    /// <summary>Makes what came the content of the file.</summary>
    public CatalogFile Complete()
    {
        var hash = ByteString.CopyFrom(_hash.GetHashAndReset());
        return files.Change(fileId, file => (file.Size, file.Sha256) = (_size, hash));
    }

    public void Dispose() => _hash.Dispose();
}
