namespace Grpc.Core;

/// <summary>How a call ended.</summary>
/// <remarks>Source: "Status codes and their use in gRPC".</remarks>
public enum StatusCode
{
    /// <summary>It succeeded.</summary>
    OK = 0,

    /// <summary>It was cancelled, as a rule by the caller.</summary>
    Cancelled = 1,

    /// <summary>An error without a status of its own, such as an exception that the server did not catch.</summary>
    Unknown = 2,

    /// <summary>The request is wrong, whatever the state of the server.</summary>
    InvalidArgument = 3,

    /// <summary>The time was up before the end; the work may have been done all the same.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be made exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a limit or the room is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The server is not in the state that this needs; try again after that has changed.</summary>
    FailedPrecondition = 9,

    /// <summary>Another operation came in between; try again from the start.</summary>
    Aborted = 10,

    /// <summary>Past the end of what there is, which may grow.</summary>
    OutOfRange = 11,

    /// <summary>The server has no such method.</summary>
    Unimplemented = 12,

    /// <summary>Something that must hold does not: a defect.</summary>
    Internal = 13,

    /// <summary>The server cannot be reached for the moment; try again later.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or damaged, for good.</summary>
    DataLoss = 15,

    /// <summary>The caller has not shown who it is.</summary>
    Unauthenticated = 16,
}
