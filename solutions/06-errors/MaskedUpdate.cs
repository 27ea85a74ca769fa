using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Changes some fields of a user.</summary>
internal static class MaskedUpdate
{
    private const int MaxPaths = 16;

    // What the server decides.
    private static readonly string[] Fixed = ["id", "created_at", "etag"];

    /// <summary>The stored user, with the fields that the mask names as they were sent. A field that was sent without a value loses
    /// its value.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT, MASK_INVALID: a path is no field of a user, or cannot be changed.</exception>
    public static User Apply(User stored, User sent, FieldMask mask)
    {
        if (mask.Paths.Count > MaxPaths)
        {
            throw UserErrors.Domain.InvalidArgument(
                "MASK_INVALID", "update_mask", $"update_mask has {mask.Paths.Count} paths: {MaxPaths} are allowed.");
        }

        var violations = mask.Paths
            .Select((path, i) => (Path: path, Field: $"update_mask.paths[{i}]"))
            .Where(path => !IsField(path.Path) || Fixed.Contains(path.Path))
            .Select(path => new BadRequest.Types.FieldViolation
            {
                Field = path.Field,
                Description = Fixed.Contains(path.Path) ? $"The server decides {path.Path}." : "This path is no field of a user.",
            })
            .ToList();
        if (violations.Count > 0)
        {
            throw UserErrors.Domain.Error(
                StatusCode.InvalidArgument,
                "MASK_INVALID",
                "update_mask names what cannot be changed.",
                details: new BadRequest { FieldViolations = { violations } });
        }

        // What is named is cleared in one, all else in the other; then one is merged into the other. So a field that has no value is
        // cleared, and a list is replaced and not made longer.
        var (changed, named) = (stored.Clone(), sent.Clone());
        foreach (var field in User.Descriptor.Fields.InFieldNumberOrder())
        {
            field.Accessor.Clear(mask.Paths.Contains(field.Name) ? changed : named);
        }

        changed.MergeFrom(named);
        return changed;
    }

    // Not FindFieldByName: that also finds MetadataEntry.key, a field of the messages that a map is made of.
    private static bool IsField(string path) => User.Descriptor.Fields.InFieldNumberOrder().Any(field => field.Name == path);
}
