using Workshop.Catalog.V1;
using Workshop.Harness;
using static Workshop.Checks.CatalogStart;

namespace Workshop.Checks;

public sealed class TranscodingStatusChecks
{
    [Fact, Trait("Todo", "05.4")]
    public async Task Says_404_of_a_file_that_is_not_there()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await check.CallAsync(async () => await client.DeleteFileAsync(new() { FileId = "f9" }));
        await check.HttpAsync("DELETE", "/v1/files/f9");

        await check.MatchAsync("The status of the call decides the status of HTTP: NOT_FOUND is 404. Its details need their types in DetailTypes.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_400_and_which_field_is_wrong()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/files?page_size=-1");
        await check.HttpAsync("POST", "/v1/files", """{"nmae":"plan.txt"}""");

        await check.MatchAsync("INVALID_ARGUMENT is 400, and Errors.InvalidArgument names the field: the one of the exception.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_400_of_a_file_that_is_locked()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("DELETE", "/v1/files/f4");

        await check.MatchAsync("The file may be unlocked later, so it is FAILED_PRECONDITION. HTTP has no status of its own for that: it is 400, too.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_409_of_a_name_that_is_taken()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("POST", "/v1/files", """{"name":"notes.txt"}""");

        await check.MatchAsync("ALREADY_EXISTS is 409.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_429_when_there_is_no_room()
    {
        await using var check = new LabCheck();
        await StartAsync(check);
        var quiet = new CatalogService.CatalogServiceClient(check.Unrecorded);

        await check.CallAsync(() => Task.WhenAll(Enumerable.Range(5, 995).Select(number =>
            quiet.CreateFileAsync(new() { File = new() { Name = $"{number}" } }, deadline: DateTime.UtcNow + LabCheck.Limit).ResponseAsync)));
        await check.HttpAsync("POST", "/v1/files", """{"name":"plan.txt"}""");

        await check.MatchAsync("RESOURCE_EXHAUSTED is 429.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Keeps_what_the_storage_says_to_itself()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("DELETE", "/v1/files/f5");

        await check.MatchAsync("INTERNAL, with the sentence that the README gives: the exception's is for the server's log, where it stands already.");
    }
}
