using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Changes some fields of a user.</summary>
internal static class MaskedUpdate
{
    /// <summary>The stored user, with the fields that the mask names as they were sent. A field that was sent without a value loses
    /// its value.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT, MASK_INVALID: a path is no field of a user, or cannot be changed.</exception>
    public static User Apply(User stored, User sent, FieldMask mask)
    {
        // TODO 06.7: refuse wrong paths, and take over the fields that are named.
        throw new RpcException(new Grpc.Core.Status(
            StatusCode.Unimplemented, "TODO 06.7 is not done yet. See labs/06-errors/README.md."));
    }
}
