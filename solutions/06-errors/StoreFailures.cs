using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Data.Sqlite;

namespace Workshop.Errors;

/// <summary>What a caller is told when the database cannot do its work.</summary>
internal static class StoreFailures
{
    // https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>UNAVAILABLE, STORE_BUSY or DATA_LOSS, STORE_CORRUPT; null when nobody expected this.</summary>
    public static RpcException? Of(SqliteException problem) => problem.SqliteErrorCode switch
    {
        Busy or Locked => UserErrors.Domain.Error(
            StatusCode.Unavailable,
            "STORE_BUSY",
            "Others are writing. Nothing was changed: try again.",
            details: new RetryInfo { RetryDelay = RetryDelay.ToDuration() }),
        Corrupt or NotADatabase => UserErrors.Domain.Error(
            StatusCode.DataLoss, "STORE_CORRUPT", "The users cannot be read. Trying again does not help: tell those who run the service."),
        _ => null,
    };
}
