using Workshop.Harness;
using static Workshop.Checks.CatalogStart;

namespace Workshop.Checks;

public sealed class TranscodingRuleChecks
{
    [Fact, Trait("Todo", "05.1")]
    public async Task Sends_a_file_by_its_path()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await check.CallAsync(async () => await client.GetFileAsync(new() { FileId = "f2" }));
        await check.HttpAsync("GET", "/v1/files/f2");

        await check.MatchAsync("A rule in GetFile with get and {file_id}, as DeleteFile has one with delete; response_body names the field that is sent.");
    }

    [Fact, Trait("Todo", "05.1")]
    public async Task The_path_decides_whatever_the_query_says()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/files/f2?file_id=f1");

        await check.MatchAsync("The field that the path names comes from the path: write {file_id} in it.");
    }

    [Fact, Trait("Todo", "05.2")]
    public async Task Lists_a_page_by_the_query()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/files?page_size=1&kind=FILE_KIND_ARCHIVE");
        await check.HttpAsync("GET", "/v1/files?pageSize=1&kind=3&page_token=from-1");

        await check.MatchAsync("Fields that neither path nor body name come from the query: the rule needs the path alone, and the whole response is sent.");
    }

    [Fact, Trait("Todo", "05.2")]
    public async Task Lists_one_kind_by_a_second_path()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/kinds/FILE_KIND_TEXT/files?name_prefix=n");

        await check.MatchAsync("additional_bindings holds a second rule of the same call: {kind} in its path.");
    }

    [Fact, Trait("Todo", "05.2")]
    public async Task Does_not_see_a_parameter_that_is_no_field()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/files?limit=1&name_prefix=photo");
        await check.HttpAsync("GET", "/v1/files?page_size=two");
        check.Says("body", "\"code\":3");

        await check.MatchAsync("A parameter that is no field is ignored, and one that is no value of its field is refused: neither needs any code.");
    }

    [Fact, Trait("Todo", "05.3")]
    public async Task Creates_a_file_from_the_body()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("POST", "/v1/files", """{"name":"plan.txt","kind":"FILE_KIND_TEXT","size":10}""");
        await check.HttpAsync("POST", "/v1/files", "name=plan.txt", "application/x-www-form-urlencoded");
        check.Says("body", "\"code\":3");

        await check.MatchAsync("The body is the field file of the request: body: \"file\" in the rule of CreateFile.");
    }

    [Fact, Trait("Todo", "05.3")]
    public async Task Hears_the_query_beside_a_body_that_is_a_field()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await check.HttpAsync("POST", "/v1/files?validate_only=true", """{"name":"plan.txt","size":10}""");
        await check.CallAsync(async () => await client.ListFilesAsync(new() { NamePrefix = "plan" }));

        await check.MatchAsync("validate_only is no part of the body, so it comes from the query: that needs body: \"file\".");
    }

    [Fact, Trait("Todo", "05.3")]
    public async Task Changes_what_the_mask_names()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("PATCH", "/v1/files/f2?update_mask=description", """{"fileId":"f1","name":"other.jpg","description":"Our team"}""");
        await check.HttpAsync("PUT", "/v1/files/f2", """{"name":"other.jpg"}""");

        await check.MatchAsync("In UpdateFile the path is {file.file_id}, the body the field file, and the mask comes from the query.");
    }

    [Fact, Trait("Todo", "05.3")]
    public async Task Hears_no_query_when_the_body_is_the_whole_request()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("POST", "/v1/files/f1:copy?name=query.txt", """{"name":"body.txt"}""");

        await check.MatchAsync("In CopyFile the body is all of the request that the path does not name: body: \"*\". The path ends with :copy.");
    }
}
