namespace Workshop.Tests;

public sealed class ListingTests
{
    private const int Users = 10_000;
    private const int BatchUsers = 500;
    private const int MostChanges = 5_000;

    [Fact]
    public async Task Nobody_who_is_there_all_the_time_is_missed_or_repeated()
    {
        await using var host = await UsersHost.StartAsync();
        // Every tenth is removed while the list is read.
        var names = Enumerable.Range(0, Users + (Users / 10)).Select(i => i % 11 == 10 ? $"goes-{i:00000}" : $"stays-{i:00000}").ToList();
        var ids = new List<long>();
        foreach (var batch in names.Chunk(BatchUsers))
        {
            ids.AddRange((await UsersHost.SendAsync(host.Client, batch.Select(name => UsersFile.NewUser(name)))).Ids);
        }

        var stay = ids.Where((_, i) => i % 11 != 10).Prepend(1).ToList();
        using var listed = new CancellationTokenSource();
        var removing = ChangeAsync(ids.Where((_, i) => i % 11 == 10), id => host.Client.DeleteUserAsync(new() { Id = id }, deadline: UsersHost.Soon).ResponseAsync, listed.Token);
        var adding = ChangeAsync(
            Enumerable.Range(0, MostChanges),
            i => host.Client.CreateUserAsync(new() { User = UsersFile.NewUser($"comes-{i}") }, deadline: UsersHost.Soon).ResponseAsync,
            listed.Token);

        var seen = new List<long>();
        var token = "";
        do
        {
            (var users, token) = await UsersHost.PageAsync(host.Client, new() { PageSize = 50, PageToken = token });
            seen.AddRange(users.Select(user => user.Id));
        }
        while (token.Length > 0 && seen.Count < 2 * Users);

        await listed.CancelAsync();
        var (removed, added) = (await removing, await adding);
        Assert.True(removed > 0 && added > 0, $"{removed} users were removed and {added} added while the list was read.");
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Empty(stay.Except(seen));
    }

    private static async Task<int> ChangeAsync<TItem>(IEnumerable<TItem> items, Func<TItem, Task> change, CancellationToken listed)
    {
        var changes = 0;
        foreach (var item in items)
        {
            if (listed.IsCancellationRequested)
            {
                break;
            }

            await change(item);
            changes++;
        }

        return changes;
    }
}
