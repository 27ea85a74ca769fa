using System.Globalization;
using Xunit;

namespace Workshop.Tests;

/// <summary>Whatever happens to the files between two checks, the verdict is of what they say now.</summary>
public sealed class StaleVerdictTests(ITestOutputHelper output)
{
    private const int EditsBetweenCleanRuns = 25;

    private static readonly int Edits = LongRun.Is ? 100 : 14;

    private static readonly string[] Kinds =
    [
        "edit", "edit at the same time", "edit of the same length", "revert", "add", "delete", "rename", "replace by an older file", "contract",
        "older contract", "constant", "project", "broken",
    ];

    [Fact]
    public async Task Edits_in_random_order_are_never_followed_by_a_stale_verdict()
    {
        using var workshop = new EditedWorkshop();
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var history = new List<string>();
        var value = 0;
        var done = new List<string>();
        string Next(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{++value}");
        Assert.Equal(workshop.Expected, await workshop.CheckAsync());

        // Each kind once, then any.
        var kinds = Kinds.OrderBy(_ => random.Next()).Concat(Enumerable.Repeat("", Edits)).Take(Edits);
        foreach (var (edit, planned) in kinds.Index())
        {
            var kind = planned.Length > 0 ? planned : Kinds[random.Next(Kinds.Length)];
            done.Add(kind);
            var file = workshop.Bodies[random.Next(workshop.Bodies.Count)];
            var path = workshop.PathOf(file);
            var number = int.Parse(workshop.Read(file).Split(' ')[2][1..], CultureInfo.InvariantCulture);
            var body = EditedWorkshop.Body(number, Next("body"));
            history.Add(workshop.Read(file));
            switch (kind)
            {
                case "edit":
                    workshop.Write(file, body);
                    break;
                case "edit at the same time":
                    // As on a disk that counts time in steps of two seconds.
                    var time = File.GetLastWriteTimeUtc(path);
                    workshop.Write(file, body);
                    File.SetLastWriteTimeUtc(path, time);
                    break;
                case "edit of the same length":
                    var (old, written) = (workshop.Read(file), File.GetLastWriteTimeUtc(path));
                    var digit = old.LastIndexOf('"') - 1;
                    workshop.Write(file, $"{old[..digit]}{(old[digit] == '9' ? '0' : (char)(old[digit] + 1))}{old[(digit + 1)..]}");
                    File.SetLastWriteTimeUtc(path, written);
                    break;
                case "revert" when history.LastOrDefault(text => text.Contains($"F{number} ", StringComparison.Ordinal) && text != workshop.Read(file)) is { } before:
                    workshop.Write(file, before);
                    break;
                case "delete" when workshop.Bodies.Count > 1:
                    File.Delete(path);
                    break;
                case "rename":
                    File.Move(path, workshop.PathOf($"labs/01-one/F{Next("")}x.cs"));
                    break;
                case "replace by an older file":
                    workshop.Write(file, body);
                    File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-edit - 1));
                    break;
                case "contract" or "older contract":
                    workshop.Write(EditedWorkshop.Contract, workshop.Read(EditedWorkshop.Contract).Split('"') is var parts ? $"{parts[0]}\"{Next("contract")}\"{parts[2]}" : "");
                    File.SetLastWriteTimeUtc(workshop.PathOf(EditedWorkshop.Contract), DateTime.UtcNow.AddHours(kind == "contract" ? 0 : -edit - 1));
                    break;
                case "constant":
                    workshop.Write(EditedWorkshop.Constant, $"public static class Surface {{ public const string Constant = \"{Next("constant")}\"; }}\n");
                    break;
                case "project":
                    workshop.Write(EditedWorkshop.Project, workshop.Read(EditedWorkshop.Project).Split("Flavour>") is var text
                        ? $"{text[0]}Flavour>{Next("flavour")}</Flavour>{string.Join("Flavour>", text[2..])}" : "");
                    break;
                case "broken":
                    workshop.Write(file, "static class Broken {");
                    Assert.Equal("does not compile", await workshop.CheckAsync());
                    workshop.Write(file, body);
                    break;
                default:
                    var added = Next("");
                    workshop.Write($"labs/01-one/F{added}.cs", EditedWorkshop.Body(int.Parse(added, CultureInfo.InvariantCulture), Next("body")));
                    break;
            }

            var said = await workshop.CheckAsync();
            Assert.True(workshop.Expected == said, $"Seed {seed}, edit {edit} ({kind}): the files say {workshop.Expected}, the verdict was of {said}. Before: {string.Join(", ", done)}");
            if ((edit + 1) % EditsBetweenCleanRuns == 0)
            {
                Assert.Equal(said, await workshop.CheckCleanAsync());
            }
        }

        Assert.Equal(workshop.Expected, await workshop.CheckCleanAsync());
        output.WriteLine($"Seed {seed}: {string.Join(", ", done)}");
    }
}
