using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>What the store knows about a file, besides its bytes. It is kept in a small JSON file.</summary>
/// <param name="Id">Made by the server. Every path is made from the id and the owner only.</param>
/// <param name="Name">The client's name for the file. For people only.</param>
/// <param name="Size">Length of the whole file, in bytes, as declared.</param>
/// <param name="Owner">The owner; empty when everybody may call.</param>
/// <param name="Created">When the upload began.</param>
internal sealed record FileRecord(Guid Id, string Name, long Size, string Owner, DateTimeOffset Created)
{
    /// <summary>What the client declared before it sent the bytes; empty if nothing.</summary>
    public byte[] DeclaredSha256 { get; init; } = [];

    /// <summary>Null until the file is complete.</summary>
    public byte[]? Sha256 { get; init; }

    public StoredFile ToMessage() => new()
    {
        FileId = Id.ToString(),
        Name = Name,
        Size = Size,
        Sha256 = ByteString.CopyFrom(Sha256 ?? []),
        CreateTime = Created.ToTimestamp(),
    };
}
