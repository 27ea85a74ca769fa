using Grpc.Core;
using Microsoft.Data.Sqlite;

namespace Workshop.Errors;

/// <summary>What a caller is told when the database cannot do its work.</summary>
internal static class StoreFailures
{
    /// <summary>UNAVAILABLE, STORE_BUSY or DATA_LOSS, STORE_CORRUPT; null when nobody expected this.</summary>
    public static RpcException? Of(SqliteException problem)
    {
        // TODO 06.5: translate what the database says.
        return new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 06.5 is not done yet. See labs/06-errors/README.md."));
    }
}
