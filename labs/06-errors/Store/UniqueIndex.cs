using Microsoft.Data.Sqlite;

namespace Workshop.Errors;

/// <summary>Which field a violated index is about.</summary>
/// <remarks>SQLite has a code for the problem, and names the column in its text alone:
/// <c>UNIQUE constraint failed: users.username</c>.</remarks>
internal static class UniqueIndex
{
    // SQLITE_CONSTRAINT_UNIQUE, https://sqlite.org/rescode.html
    private const int Violated = 2067;

    /// <summary><c>username</c> or <c>email</c>; null when the problem is another one.</summary>
    public static string? FieldOf(SqliteException problem) =>
        problem.SqliteExtendedErrorCode != Violated ? null
        : problem.Message.Contains("users.username", StringComparison.Ordinal) ? "username"
        : problem.Message.Contains("users.email", StringComparison.Ordinal) ? "email"
        : null;
}
