using System.Text.Json.Serialization;
using Workshop.Catalog.V1;

namespace Workshop.Transcoding.ByHand;

/// <summary>A file as JSON.</summary>
/// <param name="FileId">Made by the server.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Size">Length, in bytes. A string in JSON: a number in JavaScript has 53 bits.</param>
/// <param name="Sha256">SHA-256 of the content; base64 in JSON.</param>
/// <param name="Kind">One of <see cref="FileKinds"/>.</param>
/// <param name="CreateTime">In UTC.</param>
/// <param name="Description">What its owner says of it; not there if the owner has said nothing.</param>
internal sealed record FileResource(
    string FileId,
    string Name,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] long Size,
    ReadOnlyMemory<byte> Sha256,
    string Kind,
    DateTime CreateTime,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description)
{
    public static FileResource Of(CatalogFile file) => new(
        file.FileId,
        file.Name,
        file.Size,
        file.Sha256.Memory,
        FileKinds.NameOf(file.Kind),
        file.CreateTime.ToDateTime(),
        file.HasDescription ? file.Description : null);
}
