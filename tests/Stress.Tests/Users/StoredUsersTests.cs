using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Workshop.Users.V3;

namespace Workshop.Tests;

/// <summary>What is stored, and in which file.</summary>
public sealed class StoredUsersTests
{
    private const int MaxBytes = 16 * 1024;

    [Fact]
    public async Task A_user_of_the_largest_size_can_be_changed_as_it_was_read()
    {
        await using var host = await UsersHost.StartAsync();
        var user = UsersFile.NewUser("ada");
        user.Address = new Address { Street = new string('s', MaxBytes) };
        // Shorter, the lengths of the text and of its message take a byte less each.
        user.Address.Street = new string('s', MaxBytes - (user.CalculateSize() - MaxBytes) + 2);
        Assert.Equal(MaxBytes, user.CalculateSize());

        var created = (await host.Client.CreateUserAsync(new() { User = user })).User;

        Assert.Equal("OK", await UsersHost.StatusAsync(async () => created = (await host.Client.UpdateUserAsync(new() { User = created })).User));
        Assert.Equal("OK", await UsersHost.StatusAsync(async () => await host.Client.UpdateUserAsync(
            new() { User = new User { Id = created.Id }, UpdateMask = new() { Paths = { "active" } } })));
        (created.Etag, created.Address.Street) = ("", $"{created.Address.Street}s");
        Assert.Equal("InvalidArgument USER_INVALID", await UsersHost.StatusAsync(async () => await host.Client.UpdateUserAsync(new() { User = created })));
    }

    [Fact]
    public async Task What_nobody_could_check_is_not_stored()
    {
        await using var host = await UsersHost.StartAsync();
        // Field 99, which no version has.
        var user = User.Parser.ParseFrom([.. UsersFile.NewUser("ada").ToByteArray(), 0x9A, 0x06, 1, (byte)'x']);
        var known = (await host.Client.CreateUserAsync(new() { User = user })).User;
        user.Id = known.Id;

        var changed = (await host.Client.UpdateUserAsync(new() { User = user, UpdateMask = new() { Paths = { "phone" } } })).User;

        known.Etag = changed.Etag;
        Assert.Equal(known, changed);
    }

    [Fact]
    public async Task The_database_of_another_program_stays_as_it_is()
    {
        await using var host = await UsersHost.StartAsync();
        host.File.Query("CREATE TABLE bookmarks (url TEXT)");
        var before = await File.ReadAllBytesAsync(host.File.Path, TestContext.Current.CancellationToken);

        Assert.Equal("DataLoss STORE_CORRUPT", await UsersHost.StatusAsync(async () => await host.Client.GetUserAsync(new() { Id = 1 })));
        Assert.Equal("DataLoss STORE_CORRUPT", await UsersHost.StatusAsync(async () => await host.Client.CreateUserAsync(new() { User = UsersFile.NewUser("ada") })));

        SqliteConnection.ClearAllPools();
        Assert.Equal(before, await File.ReadAllBytesAsync(host.File.Path, TestContext.Current.CancellationToken));
    }
}
