using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Workshop.Tests;
using Workshop.Users.V3;
using Workshop.Wire;

namespace Workshop.Schema.Tests;

/// <summary>What docs/04-schema-evolution.md shows of the User message is what comes out.</summary>
public sealed class DocumentTests
{
    // What the documents claim to be this user: see the page.
    private const string Wrong =
        "08 C0 C4 07 12 08 6A 6F 68 6E 5F 64 6F 65 1A 11 6A 6F 68 6E 40 65 78 61 6D 70 6C 65 2E 63 6F 6D 20 01 2A 0A 08 80 C4 07 10 00";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private static User User => new()
    {
        Id = 123456,
        Username = "john_doe",
        Email = "john@example.com",
        Active = true,
        CreatedAt = Timestamp.FromDateTime(new DateTime(2024, 1, 15, 10, 30, 0, DateTimeKind.Utc)),
    };

    private static string Page { get; } =
        File.ReadAllText(Repository.PathOf("docs", "04-schema-evolution.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_page_has_the_right_dump_and_the_wrong_one()
    {
        Assert.Contains(HexText.Of(User.ToByteArray()), Page.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(WireDump.Of(User.ToByteArray(), User.Descriptor).ToString(), Page, StringComparison.Ordinal);
        Assert.Contains(WireDump.Of(HexText.Parse(Wrong).Bytes, User.Descriptor).ToString(), Page, StringComparison.Ordinal);
        Assert.Contains(Wrong.ToLowerInvariant(), Page.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_the_sizes_that_are_measured()
    {
        var json = JsonDocument.Parse(
            """{"id":123456,"username":"john_doe","email":"john@example.com","active":true,"created_at":"2024-01-15T10:30:00Z"}""");
        (string Form, int Bytes)[] sizes =
        [
            ("protobuf", User.CalculateSize()),
            ("JSON, compact", JsonSerializer.SerializeToUtf8Bytes(json).Length),
            ("JSON, indented by two spaces", JsonSerializer.SerializeToUtf8Bytes(json, Indented).Length),
        ];

        foreach (var (form, bytes) in sizes)
        {
            Assert.True(Page.Contains($"| {form} | {bytes} |", StringComparison.Ordinal), $"The page lacks: | {form} | {bytes} |");
        }
    }
}
