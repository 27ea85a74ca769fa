using Microsoft.Data.Sqlite;
using Workshop.Users.V3;

namespace Workshop.Tests;

/// <summary>The file of a directory, in a folder of its own that ends with the test.</summary>
internal sealed class UsersFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("users-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "users.db");

    /// <summary>What an SQL statement gives: each row, its columns joined by a space.</summary>
    public List<string> Query(string sql)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    public static User NewUser(string username, Role role = Role.User) => new()
    {
        Username = username,
        Email = $"{username}@workshop.example",
        Role = role,
        Active = true,
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
