using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Transcoding;

/// <summary>Which status a call ends with that the catalogue refuses. It decides the HTTP status, too.</summary>
internal static class Refusals
{
    private static readonly ErrorDomain Errors = new("catalog.workshop.example");

    /// <summary>The details that a refusal may have. JSON names the type of each, so the types must be known.</summary>
    public static TypeRegistry DetailTypes { get; } = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor);

    public static RpcException Of(CatalogException problem) => problem.Problem switch
    {
        CatalogProblem.NotFound => Errors.Error(StatusCode.NotFound, "NOT_FOUND", problem.Message),
        CatalogProblem.FieldInvalid => Errors.InvalidArgument("FIELD_INVALID", problem.Field, problem.Message),
        CatalogProblem.NameTaken => Errors.Error(StatusCode.AlreadyExists, "NAME_TAKEN", problem.Message),
        CatalogProblem.FileLocked => Errors.Error(StatusCode.FailedPrecondition, "FILE_LOCKED", problem.Message),
        CatalogProblem.CatalogFull => Errors.Error(StatusCode.ResourceExhausted, "CATALOG_FULL", problem.Message),
        CatalogProblem.EntryDamaged => Errors.Error(StatusCode.DataLoss, "ENTRY_DAMAGED", problem.Message),
        // What the storage says names a disk of the server: that is for its log, and for nobody outside.
        _ => Errors.Error(StatusCode.Internal, "STORAGE_FAILED", "The storage failed. Try again later."),
    };
}
