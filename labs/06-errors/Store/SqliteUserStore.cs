using Microsoft.Data.Sqlite;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Users in a file of SQLite. What a call was told that it is stored is there after the process was killed.</summary>
/// <remarks>A write-ahead log (WAL): who reads never waits for who writes. SQLite has one writer at a time; those of this process wait
/// their turn without a thread, those of other processes are waited for by SQLite.</remarks>
internal sealed class SqliteUserStore : IUserStore, IDisposable
{
    private const int Busy = 5;
    private const int NotADatabase = 26;

    // In the header of the file: whose it is (https://sqlite.org/fileformat.html#application_id). The letters "User".
    private const long ApplicationId = 0x55736572;

    // Names and addresses are unique by an index: whatever is asked before, only the database can say it at the moment of writing.
    // users_in_order has what a listing filters by: where few users match, it reads past the others without their messages.
    private static readonly string Schema =
        $"""
        PRAGMA application_id = {ApplicationId};
        CREATE TABLE IF NOT EXISTS users (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          username TEXT NOT NULL,
          email TEXT NOT NULL COLLATE NOCASE,
          role INTEGER NOT NULL,
          active INTEGER NOT NULL,
          version INTEGER NOT NULL,
          message BLOB NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS users_by_name ON users (username);
        CREATE UNIQUE INDEX IF NOT EXISTS users_by_email ON users (email);
        CREATE INDEX IF NOT EXISTS users_in_order ON users (id, role, username);
        CREATE INDEX IF NOT EXISTS administrators ON users (id) WHERE role = 2 AND active = 1;
        CREATE TABLE IF NOT EXISTS totals (users INTEGER NOT NULL);
        INSERT INTO totals SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM totals);
        CREATE TRIGGER IF NOT EXISTS user_added AFTER INSERT ON users BEGIN UPDATE totals SET users = users + 1; END;
        CREATE TRIGGER IF NOT EXISTS user_removed AFTER DELETE ON users BEGIN UPDATE totals SET users = users - 1; END;
        """;

    private static readonly User FirstAdministrator = new()
    {
        Username = "root",
        Email = "root@workshop.example",
        Role = Role.Admin,
        Active = true,
    };

    private readonly SemaphoreSlim _writer = new(1);
    private readonly string _connection;
    private readonly TimeSpan _busyTimeout;
    private readonly TimeProvider _time;
    private volatile bool _isReady;

    public SqliteUserStore(UsersOptions options, TimeProvider time)
    {
        _time = time;
        _busyTimeout = TimeSpan.FromSeconds(options.BusySeconds);
        _connection = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(options.Database), DefaultTimeout = options.BusySeconds }.ToString();
    }

    public async Task<TResult> ReadAsync<TResult>(Func<UserTable, TResult> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        using var database = Open();
        using var transaction = database.BeginTransaction(deferred: true);
        return work(new UserTable(database, transaction, _time));
    }

    public async Task<TResult> WriteAsync<TResult>(Func<UserTable, TResult> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await InTurnAsync(() => Write(work), cancellationToken);
    }

    public void Dispose()
    {
        // Open files of the pool cannot be deleted on Windows.
        using var database = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(database);
        _writer.Dispose();
    }

    // At the first call and not at the start: a server whose file is broken says so to those who call.
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_isReady)
        {
            return;
        }

        await InTurnAsync(
            () =>
            {
                if (!_isReady)
                {
                    RequireOwnFile();
                    UseWriteAheadLog();
                    _isReady = Write(users =>
                    {
                        users.Prepare(Schema);
                        return users.Count > 0 || users.Add(FirstAdministrator).Id > 0;
                    });
                }

                return true;
            },
            cancellationToken);
    }

    private async Task<TResult> InTurnAsync<TResult>(Func<TResult> work, CancellationToken cancellationToken)
    {
        if (!await _writer.WaitAsync(_busyTimeout, cancellationToken))
        {
            throw new SqliteException("Other writers of this process were first.", Busy);
        }

        try
        {
            return work();
        }
        finally
        {
            _writer.Release();
        }
    }

    private TResult Write<TResult>(Func<UserTable, TResult> work)
    {
        using var database = Open();
        // Not deferred: whoever reads first and then wants to write could find that another one has written meanwhile.
        using var transaction = database.BeginTransaction(deferred: false);
        var result = work(new UserTable(database, transaction, _time));
        transaction.Commit();
        return result;
    }

    // Before anything is written, even the kind of the journal. A file without tables is a new one.
    private void RequireOwnFile()
    {
        using var database = Open();
        using var transaction = database.BeginTransaction(deferred: true);
        var tables = Number("SELECT COUNT(*) FROM sqlite_master");
        if (tables > 0 && Number("PRAGMA application_id") != ApplicationId)
        {
            throw new SqliteException("The file is the database of another program.", NotADatabase);
        }

        long Number(string sql)
        {
            using var command = database.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
    }

    // The file keeps it. No transaction may be open.
    private void UseWriteAheadLog()
    {
        using var database = Open();
        using var command = database.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var database = new SqliteConnection(_connection);
        try
        {
            database.Open();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
