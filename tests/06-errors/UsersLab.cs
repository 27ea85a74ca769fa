using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Workshop.Errors;
using Workshop.Harness;
using Workshop.Users.V3;

namespace Workshop.Checks;

/// <summary>The lab's server on a store of its own, and its file as the check itself reads and writes it.</summary>
internal sealed class UsersLab
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    private readonly string _database;

    private UsersLab(LabCheck check, UserService.UserServiceClient client, string database)
    {
        Client = client;
        Quiet = new UserService.UserServiceClient(check.Looking);
        _database = database;
    }

    /// <summary>Its calls are recorded.</summary>
    public UserService.UserServiceClient Client { get; }

    /// <summary>Its calls are neither recorded nor in the log that a student sees, and need the deadline <see cref="Soon"/>.</summary>
    public UserService.UserServiceClient Quiet { get; }

    public static DateTime Soon => DateTime.UtcNow + Limit;

    /// <summary>Starts the server. The store has one user, root, an administrator with the id 1.</summary>
    public static async Task<UsersLab> StartAsync(LabCheck check, params string[] settings)
    {
        var lab = await StartOnAsync(check, Path.Combine(check.MakeFolder(), "users.db"), settings);
        // The file is made at the first call.
        await Statuses.OfAsync(async () => await lab.Quiet.GetUserAsync(new() { Id = 1 }, deadline: Soon));
        return lab;
    }

    /// <summary>Starts the server on a file that may have something in it, and calls nothing.</summary>
    public static async Task<UsersLab> StartOnAsync(LabCheck check, string database, params string[] settings)
    {
        check.LetWordsBeFree();
        var invoker = await check.StartAsync(ErrorsApp.Create, ["--Users:Database", database, .. settings]);
        return new UsersLab(check, new UserService.UserServiceClient(invoker), database);
    }

    public static User NewUser(string username, Role role = Role.User) => new()
    {
        Username = username,
        Email = $"{username}@workshop.example",
        Role = role,
        Active = true,
    };

    /// <summary>Writes a user into the file, so that a check of one task does not need another one.</summary>
    public void Insert(User user) => Insert(user, user.ToByteArray());

    /// <summary>Writes a row whose message is these bytes.</summary>
    public void Insert(User user, byte[] message)
    {
        using var database = Open();
        using var command = database.CreateCommand();
        command.CommandText =
            "INSERT INTO users (username, email, role, active, version, message) VALUES ($username, $email, $role, $active, 1, $message)";
        command.Parameters.AddWithValue("$username", user.Username);
        command.Parameters.AddWithValue("$email", user.Email);
        command.Parameters.AddWithValue("$role", (long)user.Role);
        command.Parameters.AddWithValue("$active", user.Active);
        command.Parameters.AddWithValue("$message", message);
        command.ExecuteNonQuery();
    }

    /// <summary>Changes the file.</summary>
    public void Execute(string sql)
    {
        using var database = Open();
        Execute(database, sql);
    }

    /// <summary>The names that are stored, in the order of their ids.</summary>
    public string Names()
    {
        using var database = Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT group_concat(username, ' ') FROM (SELECT username FROM users ORDER BY id)";
        return $"{command.ExecuteScalar()}";
    }

    /// <summary>Takes the one place of a writer, as another program would, until it is given back.</summary>
    public SqliteConnection Occupy()
    {
        var database = Open();
        Execute(database, "BEGIN IMMEDIATE");
        return database;
    }

    /// <summary>Makes calls at the same time: all of them are with the server before the first can write.</summary>
    /// <param name="count">How many.</param>
    /// <param name="call">Makes one of them.</param>
    /// <param name="meanwhile">What another program writes before them, when they are with the server.</param>
    /// <returns>How many ended with each status, such as <c>1 OK, 19 ALREADY_EXISTS</c>.</returns>
    public async Task<string> AtOnceAsync(int count, Func<int, Task> call, string meanwhile = "")
    {
        Task<string>[] calls;
        using (var other = Occupy())
        {
            calls = [.. Enumerable.Range(0, count).Select(i => Statuses.OfAsync(() => call(i)))];
            // The last one in, on the same connection: when it is answered, the others have read what they read.
            await Statuses.OfAsync(async () => await Quiet.GetUserAsync(new() { Id = 1 }, deadline: Soon));
            await Statuses.OfAsync(async () => await Quiet.GetUserAsync(new() { Id = 1 }, deadline: Soon));
            Execute(other, $"{meanwhile}; COMMIT");
        }

        var statuses = await Task.WhenAll(calls);
        return string.Join(", ", statuses.GroupBy(status => status).OrderBy(group => group.Count()).Select(group => $"{group.Count()} {group.Key}"));
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Not pooled: nothing of the check holds the file when the folder is deleted.
    private SqliteConnection Open()
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _database, Pooling = false }.ToString());
        database.Open();
        return database;
    }
}
