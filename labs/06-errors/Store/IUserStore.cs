namespace Workshop.Errors;

/// <summary>Keeps users. It knows nothing of gRPC: what the database throws comes out as it is, a
/// <see cref="Microsoft.Data.Sqlite.SqliteException"/>.</summary>
public interface IUserStore
{
    /// <summary>Reads. All that <paramref name="work"/> sees is of one moment, whatever others write meanwhile.</summary>
    Task<TResult> ReadAsync<TResult>(Func<UserTable, TResult> work, CancellationToken cancellationToken);

    /// <summary>Reads and writes in one transaction: nobody else writes before it ends. When <paramref name="work"/> returns, all that
    /// it wrote is stored; when it throws, nothing is.</summary>
    Task<TResult> WriteAsync<TResult>(Func<UserTable, TResult> work, CancellationToken cancellationToken);
}
