using Microsoft.Data.Sqlite;
using Workshop.Errors;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>A store that can do nothing: each call of it fails as the check says.</summary>
internal sealed class FailingStore : IUserStore
{
    /// <summary>What an exception of SQLite may have, of https://sqlite.org/rescode.html: all primary codes, and some extended ones.
    /// </summary>
    public static readonly int[] Codes = [.. Enumerable.Range(1, 26), 261, 517, 773, 262, 518, 267, 523, 779, 264, 266, 270, 2067];

    /// <summary>The primary codes that have a status of their own.</summary>
    public static readonly int[] Expected = [5, 6, 11, 26];

    private FailingStore()
    {
    }

    public Exception Failure { get; set; } = new NotSupportedException("The check has not said how the store fails.");

    /// <summary>Starts the server on such a store.</summary>
    public static async Task<(UsersLab Lab, FailingStore Store)> StartAsync(LabCheck check)
    {
        var store = new FailingStore();
        check.Use<IUserStore>(store);
        return (await UsersLab.StartOnAsync(check, Path.Combine(check.MakeFolder(), "users.db")), store);
    }

    /// <summary>An exception with this code, primary or extended. Its text says another one.</summary>
    public static SqliteException FailureOf(int code) => new(
        Expected.Contains(code & 255) ? $"SQLite Error {code}: 'no such table'." : "SQLite Error 5: 'database is locked, and is not a database'.",
        code & 255,
        code);

    /// <summary>A call at which the store fails.</summary>
    public static Func<Task> GetUserAsync(UsersLab lab) => async () => await lab.Quiet.GetUserAsync(new() { Id = 2 }, deadline: UsersLab.Soon);

    public Task<TResult> ReadAsync<TResult>(Func<UserTable, TResult> work, CancellationToken cancellationToken) =>
        Task.FromException<TResult>(Failure);

    public Task<TResult> WriteAsync<TResult>(Func<UserTable, TResult> work, CancellationToken cancellationToken) =>
        Task.FromException<TResult>(Failure);
}
