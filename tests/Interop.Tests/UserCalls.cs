using System.Text.Json;

namespace Workshop.Interop.Tests;

/// <summary>Lab 06: a refusal with details, as each language reads it.</summary>
public sealed class UserCalls
{
    public static IEnumerable<TheoryDataRow<string>> Languages => Peer.Languages;

    [Theory, MemberData(nameof(Languages))]
    public async Task A_refusal_arrives_with_the_same_details_in_every_language(string language)
    {
        var peer = await Peer.OfAsync(language);
        var folder = Directory.CreateTempSubdirectory("users-");
        try
        {
            await using var server = await LabServer.StartAsync("Errors", "--Users:Database", Path.Combine(folder.FullName, "users.db"));

            await using var created = await peer.RunAsync("users", server, "ada");
            await using var taken = await peer.RunAsync("users", server, "ada");
            await using var wrong = await peer.RunAsync("users", server, "Ada Lovelace");

            Assert.Equal("OK", created.Status);
            Assert.Equal(1, taken.ExitCode);
            Assert.Equal("ALREADY_EXISTS", taken.Status);
            var reason = taken.ErrorInfo.Reason;
            Assert.True(reason is "USERNAME_TAKEN" or "EMAIL_TAKEN", reason);
            Assert.Equal(
                [$"google.rpc.ErrorInfo {reason}", $"google.rpc.ResourceInfo {(reason == "EMAIL_TAKEN" ? "ada@workshop.example" : "ada")}"],
                taken.Facts.SkipLast(1).Select(Shown));
            Assert.Equal("INVALID_ARGUMENT", wrong.Status);
            Assert.Equal("USER_INVALID", wrong.ErrorInfo.Reason);
            Assert.Equal(
                ["google.rpc.ErrorInfo USER_INVALID", "google.rpc.BadRequest user.username,user.email"], wrong.Facts.SkipLast(1).Select(Shown));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The type of a detail, and what the client read of it. Go's JSON has its names in alphabetical order.
    private static string Shown(JsonElement detail) => string.Join(' ', detail.EnumerateObject()
        .Where(field => field.Value.ValueKind is JsonValueKind.String && field.Value.GetString()!.Length > 0)
        .OrderByDescending(field => field.Name is "type")
        .Select(field => field.Value.GetString()));
}
