using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Workshop.Files.V1;

namespace Workshop.Checks;

/// <summary>The messages of an upload, as a client that does everything right makes them.</summary>
internal static class Messages
{
    /// <summary>Far below every limit, so that a check of something else does not depend on it.</summary>
    public const int SmallChunkBytes = 32 * 1024;

    /// <summary>Bytes that tell where in the file they stand.</summary>
    public static byte[] Content(int length)
    {
        var content = new byte[length];
        for (var place = 0; place < length; place++)
        {
            content[place] = (byte)(place + (31 * (place >> 8)) + (101 * (place >> 16)));
        }

        return content;
    }

    public static UploadFileRequest Metadata(string name, long size, string fileId = "") => new()
    {
        Metadata = new UploadMetadata { Name = name, Size = size, FileId = fileId },
    };

    public static UploadFileRequest Chunk(long offset, string text) => Chunk(offset, Encoding.UTF8.GetBytes(text));

    public static UploadFileRequest Chunk(long offset, byte[] data) => new()
    {
        Chunk = new FileChunk { Offset = offset, Data = ByteString.CopyFrom(data), Crc32C = Crc32C(data) },
    };

    /// <summary>A chunk whose checksum is not that of its data.</summary>
    public static UploadFileRequest Damaged(UploadFileRequest chunk)
    {
        chunk.Chunk.Crc32C ^= 1;
        return chunk;
    }

    public static UploadFileRequest Commit(string text) => Commit(Encoding.UTF8.GetBytes(text));

    /// <summary>A commit of another size than that of the text.</summary>
    public static UploadFileRequest Commit(string text, long size)
    {
        var commit = Commit(text);
        commit.Commit.Size = size;
        return commit;
    }

    public static UploadFileRequest Commit(byte[] file) => new()
    {
        Commit = new UploadCommit { Size = file.Length, Sha256 = ByteString.CopyFrom(SHA256.HashData(file)) },
    };

    /// <summary>A commit that says nothing of the content.</summary>
    public static UploadFileRequest WithoutDigest(UploadFileRequest commit)
    {
        commit.Commit.Sha256 = ByteString.Empty;
        return commit;
    }

    /// <summary>All messages that a file needs.</summary>
    public static IEnumerable<UploadFileRequest> All(string name, byte[] file, string fileId = "") =>
    [
        Metadata(name, file.Length, fileId),
        .. file.Chunk(SmallChunkBytes).Select((data, index) => Chunk(index * (long)SmallChunkBytes, data)),
        Commit(file),
    ];

    // Bit by bit, from the polynomial: a check must not use the lab's own code.
    private static uint Crc32C(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return ~crc;
    }
}
