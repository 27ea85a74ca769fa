using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>The users, within one transaction.</summary>
/// <remarks>A row has the message as it is, and beside it what is searched by. Values are parameters, never part of the SQL.</remarks>
public sealed class UserTable
{
    private readonly SqliteConnection _database;
    private readonly SqliteTransaction _transaction;
    private readonly TimeProvider _time;

    internal UserTable(SqliteConnection database, SqliteTransaction transaction, TimeProvider time)
    {
        _database = database;
        _transaction = transaction;
        _time = time;
    }

    /// <summary>How many users there are.</summary>
    public long Count => (long)Command("SELECT users FROM totals").ExecuteScalar()!;

    /// <summary>The user with an id; null if there is none.</summary>
    public User? Find(long id)
    {
        using var reader = Command("SELECT id, version, message FROM users WHERE id = $id", ("$id", id)).ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    /// <summary>Whether anybody else than this user is an active administrator.</summary>
    public bool HasAdministratorBeside(long id) => 1L.Equals(Command(
        "SELECT EXISTS (SELECT 1 FROM users WHERE role = 2 AND active = 1 AND id <> $id)", ("$id", id)).ExecuteScalar());

    /// <summary>The users with an id above <paramref name="afterId"/>, in the order of their ids.</summary>
    /// <param name="filter">Which users.</param>
    /// <param name="afterId">The last id that the caller has; 0 for none.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<User> Page(UserFilter filter, long afterId, int count)
    {
        using var reader = Command(
            """
            SELECT id, version, message FROM users WHERE id IN (
              SELECT id FROM users INDEXED BY users_in_order
              WHERE id > $after AND ($role = 0 OR role = $role) AND substr(username, 1, length($prefix)) = $prefix
              ORDER BY id LIMIT $count)
            ORDER BY id
            """,
            ("$after", afterId), ("$role", (long)filter.Role), ("$prefix", filter.UsernamePrefix), ("$count", count)).ExecuteReader();
        var page = new List<User>();
        while (reader.Read())
        {
            page.Add(Read(reader));
        }

        return page;
    }

    /// <summary>Adds a user, with an id, a time and an etag of its own.</summary>
    /// <exception cref="SqliteException">Another user has its name or its address, and anything else that a database may say.</exception>
    public User Add(User user)
    {
        var added = user.Clone();
        added.CreatedAt = _time.GetUtcNow().ToTimestamp();
        added.Id = (long)Command(
            """
            INSERT INTO users (username, email, role, active, version, message)
            VALUES ($username, $email, $role, $active, 1, $message) RETURNING id
            """,
            Columns(added)).ExecuteScalar()!;
        added.Etag = EtagOf(1);
        return added;
    }

    /// <summary>Replaces the user with this id, all but the time when it was made.</summary>
    /// <returns>The user as it is stored, with its new etag.</returns>
    /// <exception cref="SqliteException">As in <see cref="Add"/>.</exception>
    public User Replace(User user)
    {
        var replaced = user.Clone();
        replaced.Etag = EtagOf((long)Command(
            """
            UPDATE users SET username = $username, email = $email, role = $role, active = $active, version = version + 1, message = $message
            WHERE id = $id RETURNING version
            """,
            [.. Columns(replaced), ("$id", user.Id)]).ExecuteScalar()!);
        return replaced;
    }

    /// <summary>Removes the user with this id.</summary>
    public void Remove(long id) => Command("DELETE FROM users WHERE id = $id", ("$id", id)).ExecuteNonQuery();

    internal void Prepare(string schema) => Command(schema).ExecuteNonQuery();

    private static (string Name, object Value)[] Columns(User user)
    {
        var message = user.Clone();
        message.Id = 0;
        message.Etag = "";
        return
        [
            ("$username", user.Username), ("$email", user.Email), ("$role", (long)user.Role), ("$active", user.Active ? 1L : 0L),
            ("$message", message.ToByteArray()),
        ];
    }

    private static User Read(SqliteDataReader row)
    {
        var user = User.Parser.ParseFrom((byte[])row.GetValue(2));
        user.Id = row.GetInt64(0);
        user.Etag = EtagOf(row.GetInt64(1));
        return user;
    }

    private static string EtagOf(long version) => string.Create(CultureInfo.InvariantCulture, $"v{version}");

    // The connection disposes of its commands when it is closed.
    private SqliteCommand Command(string sql, params IReadOnlyList<(string Name, object Value)> values)
    {
        var command = _database.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
