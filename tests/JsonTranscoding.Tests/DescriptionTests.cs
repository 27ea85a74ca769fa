using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>The OpenAPI document that lab 05 makes of rules and messages.</summary>
public sealed partial class DescriptionTests
{
    // A value for each field of each kind.
    private const string Everything = """
        {
          "text": "a", "flag": true, "small": 1, "big": 9007199254740993, "smallPositive": 1, "bigPositive": 1, "bigZigzag": 1,
          "fixedSmall": 1, "fixedBig": 1, "single": 1.5, "real": 1.5, "data": "YQ==", "level": "LOG_LEVEL_INFO",
          "user": {"id": "1", "address": {"city": "b"}}, "texts": ["a"], "numbers": [1], "levels": ["LOG_LEVEL_404", "PLAIN"],
          "users": [{"id": "2"}], "labels": {"a": "b"}, "usersByNumber": {"1": {"id": "3"}}, "counts": {"true": 1}, "maybe": 1,
          "choiceUser": {"id": "4"}, "at": "2026-01-02T03:04:05Z", "took": "1.5s", "mask": "text,user.id", "open": {"a": [1]},
          "anyJson": [1], "list": [1, "a"], "wrappedText": "a", "wrappedBig": 1, "wrappedFlag": true, "wrappedData": "YQ==",
          "nothing": null, "otherName": "a", "inner": {"text": "b"}, "times": ["2026-01-02T03:04:05Z"], "wrappedNumbers": [1],
          "values": {"a": 1}
        }
        """;

    [Fact]
    public async Task Every_kind_of_rule_comes_out_valid()
    {
        await using var server = await DescribedServer.StartAsync(MapEverything);

        var document = await DescribedServer.ReadAsync(server.Client);

        var operations = document.Paths.SelectMany(path => path.Value.Operations!.Values).ToList();
        Assert.Equal(operations.Count, operations.Select(operation => operation.OperationId).Distinct().Count());
        Assert.All(document.Paths, path => Assert.All(path.Value.Operations!.Values, operation => Assert.Equal(
            Names.Matches(path.Key).Select(name => name.Groups[1].Value),
            operation.Parameters?.Where(parameter => parameter.In is ParameterLocation.Path).Select(parameter => parameter.Name) ?? [])));
    }

    [Theory]
    [InlineData("GET", "/v1/texts/{text}")]
    [InlineData("POST", "/v1/texts/{text}:cancel")]
    [InlineData("GET", "/v1/texts:list")]
    [InlineData("GET", "/v1/users/{id}/cities/{city}")]
    [InlineData("GET", "/v1/shelves/{text}")]
    [InlineData("GET", "/v1/shelves/{text}/books/{text_2}")]
    [InlineData("GET", "/v1/pairs/{text}/seconds/{renamed}/end")]
    [InlineData("GET", "/v1/files/{text}")]
    [InlineData("POST", "/v1/files/{text}:restore")]
    [InlineData("GET", "/v1/any/{segment}/one/{text}")]
    [InlineData("GET", "/v1/alias/{text}")]
    // The rules say {user.id} and {text}: the same path, which has one name for its parameter.
    [InlineData("GET", "/v1/users/{id}")]
    [InlineData("PATCH", "/v1/users/{id}")]
    public async Task A_path_has_a_parameter_for_each_part_that_is_chosen(string method, string path)
    {
        await using var server = await DescribedServer.StartAsync(MapEverything);

        var document = await DescribedServer.ReadAsync(server.Client);

        Assert.Contains(new HttpMethod(method), document.Paths[path].Operations!.Keys);
    }

    [Fact]
    public async Task What_openapi_cannot_say_and_what_has_no_rule_is_left_out()
    {
        await using var server = await DescribedServer.StartAsync(MapEverything);

        var document = await DescribedServer.ReadAsync(server.Client);

        var summaries = document.Paths.SelectMany(path => path.Value.Operations!.Values).Select(operation => operation.Summary).ToList();
        Assert.DoesNotContain("Look", summaries);
        Assert.DoesNotContain("Hidden", summaries);
        Assert.DoesNotContain("Collect", summaries);
    }

    [Fact]
    public async Task A_query_has_what_neither_path_nor_body_has()
    {
        await using var server = await DescribedServer.StartAsync(MapEverything);

        var document = await DescribedServer.ReadAsync(server.Client);

        var query = InQuery(document.Paths["/v1/users/{id}"].Operations![HttpMethod.Patch]);
        Assert.Contains("small", query);
        Assert.Contains("choice_user.address.post_code", query);
        Assert.Contains("mask", query);
        Assert.Contains("wrapped_big", query);
        Assert.Contains("texts", query);
        Assert.DoesNotContain("text", query);
        Assert.DoesNotContain("user.name", query);
        Assert.DoesNotContain("labels", query);
        Assert.DoesNotContain("users", query);
        Assert.DoesNotContain("inner.text", query);
        Assert.Empty(InQuery(document.Paths["/v1/whole/{text}"].Operations![HttpMethod.Put]));
        Assert.DoesNotContain("renamed", InQuery(document.Paths["/v1/pairs/{text}/seconds/{renamed}/end"].Operations![HttpMethod.Get]));
        var besidePath = InQuery(document.Paths["/v1/users/{id}"].Operations![HttpMethod.Get]);
        Assert.Contains("user.name", besidePath);
        Assert.DoesNotContain("user.id", besidePath);
    }

    [Fact]
    public async Task A_body_has_what_the_rule_says()
    {
        await using var server = await DescribedServer.StartAsync(MapEverything);

        var document = await DescribedServer.ReadAsync(server.Client);

        var rest = document.Paths["/v1/whole/{text}"].Operations![HttpMethod.Put].RequestBody!.Content!["application/json"].Schema!;
        Assert.DoesNotContain("text", rest.Properties!.Keys);
        Assert.Contains("small", rest.Properties.Keys);
        Assert.Null(document.Paths["/v1/nobody"].Operations![HttpMethod.Post].RequestBody);
        Assert.Equal("binary", document.Paths["/v1/raw"].Operations![HttpMethod.Post].RequestBody!.Content!["*/*"].Schema!.Format);
        var line = document.Paths["/v1/count-texts"].Operations![HttpMethod.Get].Responses!["200"].Content!["application/json"].Schema!;
        Assert.Equal(JsonSchemaType.String, line.AnyOf![0].Type);
        Assert.Contains("code", line.AnyOf[1].Properties!.Keys);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    public async Task What_comes_is_what_the_schema_says(bool longsAsStrings, bool enumsAsIntegers, bool withoutPrefix)
    {
        await using var server = await DescribedServer.StartAsync(MapEverything, transcoding =>
        {
            transcoding.JsonSettings.WriteInt64sAsStrings = longsAsStrings;
            transcoding.JsonSettings.WriteEnumsAsIntegers = enumsAsIntegers;
            transcoding.JsonSettings.RemoveEnumPrefix = withoutPrefix;
        });

        var document = await DescribedServer.ReadAsync(server.Client);
        var answer = await server.PostAsync("/v1/whole", Everything);

        var schema = document.Paths["/v1/whole"].Operations![HttpMethod.Post].Responses!["200"].Content!["application/json"].Schema!;
        Fit(JsonNode.Parse(answer.Text), schema, "$");
        Assert.Equal(longsAsStrings ? JsonSchemaType.String : JsonSchemaType.Integer, schema.Properties!["big"].Type);
    }

    [Fact]
    public async Task The_document_of_lab_05_is_valid_and_has_what_is_transcoded_and_what_is_not()
    {
        await using var app = CatalogApp.Create(["--urls", "http://127.0.0.1:0", "--Rest:Url", "http://127.0.0.1:0"]);
        await app.StartAsync().InTime();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Last()) };

        var document = await DescribedServer.ReadAsync(client);

        var operations = document.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(method => $"{method} {path.Key}"));
        Assert.Superset(
            new HashSet<string>
            {
                "DELETE /v1/files/{file_id}", "GET /v1/files", "GET /v1/files/{file_id}", "GET /v1/kinds/{kind}/files", "GET /v1/logs/{log}",
                "PATCH /v1/files/{file_id}", "POST /v1/files", "POST /v1/files/{file_id}:copy", "PUT /v1/files/{fileId}/content",
            },
            operations.ToHashSet());
        var page = await client.GetStringAsync(new Uri(RestDescription.PagePath, UriKind.Relative)).InTime();
        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
        await app.StopAsync().InTime();
    }

    [Fact]
    public async Task Without_any_rule_the_document_is_valid_and_empty()
    {
        await using var server = await DescribedServer.StartAsync(_ => { });

        Assert.Empty((await DescribedServer.ReadAsync(server.Client)).Paths);
    }

    // Otherwise no errors would mean nothing.
    [Fact]
    public void The_reader_finds_two_paths_that_differ_in_names_alone()
    {
        const string paths = """{"/a/{b}":{"get":{"responses":{}}},"/a/{c}":{"get":{"responses":{}}}}""";

        var result = DescribedServer.Read($$"""{"openapi":"3.1.1","info":{"title":"a","version":"v1"},"paths":{{paths}} }""");

        Assert.NotEmpty(result.Diagnostic!.Errors);
    }

    private static void MapEverything(WebApplication app)
    {
        app.MapGrpcService<EchoingService>();
        app.MapGrpcService<Bodies>();
        app.MapGrpcService<CallingService>();
    }

    private static List<string> InQuery(OpenApiOperation operation) =>
        [.. (operation.Parameters ?? []).Where(parameter => parameter.In is ParameterLocation.Query).Select(parameter => parameter.Name!)];

    private static void Fit(JsonNode? value, IOpenApiSchema schema, string at)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        JsonSchemaType? type = kind switch
        {
            JsonValueKind.Object => JsonSchemaType.Object,
            JsonValueKind.Array => JsonSchemaType.Array,
            JsonValueKind.String => JsonSchemaType.String,
            JsonValueKind.Number => schema.Type is JsonSchemaType.Integer ? JsonSchemaType.Integer : JsonSchemaType.Number,
            JsonValueKind.Null => JsonSchemaType.Null,
            _ => JsonSchemaType.Boolean,
        };
        // Without a type it is any JSON; a field that is not set may be null.
        Assert.True(schema.Type is null || kind is JsonValueKind.Null || schema.Type == type, $"{at} is {kind}, and the schema says {schema.Type}.");
        if (schema.Enum is { Count: > 0 })
        {
            Assert.Contains(schema.Enum, known => JsonNode.DeepEquals(known, value));
        }

        foreach (var (name, inner) in value as JsonObject ?? [])
        {
            if (schema.Properties?.TryGetValue(name, out var property) == true)
            {
                Fit(inner, property, $"{at}.{name}");
            }
            else if (schema.AdditionalProperties is { } each)
            {
                Fit(inner, each, $"{at}.{name}");
            }
            else
            {
                Assert.True(schema.Properties is null or { Count: 0 }, $"{at}.{name} is not in the schema.");
            }
        }

        foreach (var item in value as JsonArray ?? [])
        {
            Fit(item, schema.Items ?? new OpenApiSchema(), $"{at}[]");
        }
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Names { get; }

    private sealed class Bodies : BodyService.BodyServiceBase;
}
