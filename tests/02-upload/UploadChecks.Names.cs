using Workshop.Harness;
using static Workshop.Checks.Messages;

namespace Workshop.Checks;

public sealed partial class UploadChecks
{
    [Fact, Trait("Todo", "02.5")]
    public async Task Refuses_names_that_attack()
    {
        await using var check = new LabCheck();
        var (_, folder) = await StartAsync(check);
        var files = new Uploading(check, check.Unrecorded);

        await check.CallAsync(async () =>
        {
            foreach (var name in AttackingNames.All)
            {
                var outcome = await Uploading.OutcomeAsync(files.SendAsync(All(name, [1])));
                check.Note("name", $"'{AttackingNames.Show(name)}' {outcome}");
            }
        });
        check.Note("on disk", $"{folder.Files().Count()} files");

        await check.MatchAsync("FileNames.Problem returns a sentence for each of these; UploadReceiver calls it before store.Begin.");
    }

    [Fact, Trait("Todo", "02.5")]
    public async Task Accepts_ordinary_names_of_all_languages()
    {
        await using var check = new LabCheck();
        await StartAsync(check);
        var files = new Uploading(check, check.Unrecorded);
        string[] names =
        [
            "report.pdf", "Two words (3).tar.gz", ".gitignore", "a..b", "naïve café.txt", "報告書.docx", "тест", "🦉.png",
            "👩\u200d🔬.jpg", "نامه\u200cها.txt", "CONSOLE.txt", "COM10", new string('a', 255),
        ];

        await check.CallAsync(async () =>
        {
            foreach (var name in names)
            {
                check.Note("name", $"'{AttackingNames.Show(name)}' {await Uploading.OutcomeAsync(files.SendAsync(Metadata(name, 1)))}");
            }
        });

        await check.MatchAsync("Refuse only dangerous names: names in other scripts than A to Z are allowed.");
    }
}
