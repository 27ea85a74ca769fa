using Workshop.Files.V1;
using Workshop.Harness;
using static Workshop.Checks.Messages;
using static Workshop.Checks.UploadStart;

namespace Workshop.Checks;

public sealed class UploadOrderChecks
{
    [Fact, Trait("Todo", "02.5")]
    public async Task Wants_the_metadata_first()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(Chunk(0, "too soon")));
        await check.CallAsync(() => files.AnswerToAsync(Commit("too soon")));
        await check.CallAsync(() => files.SendAsync());
        folder.Note();

        await check.MatchAsync("The first message must have the payload metadata. A stream without messages is refused at its end.");
    }

    [Fact, Trait("Todo", "02.5")]
    public async Task Refuses_metadata_that_comes_twice()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(Metadata("a.txt", 5), Chunk(0, "a"), Metadata("b.txt", 5)));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("a.txt", 5), Metadata("b.txt", 5)));
        folder.Note();

        await check.MatchAsync("After the first message, refuse metadata: it would change the file after chunks have arrived.");
    }

    [Fact, Trait("Todo", "02.5")]
    public async Task Refuses_whatever_comes_after_the_commit()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(Metadata("a.txt", 1), Chunk(0, "a"), Commit("a"), Chunk(1, "b")));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("a.txt", 1), Chunk(0, "a"), Commit("a"), Commit("a")));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("a.txt", 1), Chunk(0, "a"), Commit("a"), Metadata("b.txt", 1)));
        folder.Note();

        await check.MatchAsync("The commit is the last message. The first row of the table that fits counts.");
    }

    [Fact, Trait("Todo", "02.5")]
    public async Task Refuses_a_message_that_it_does_not_know()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(new UploadFileRequest()));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("a.txt", 1), new UploadFileRequest()));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("a.txt", 1), Chunk(0, "a"), Commit("a"), new UploadFileRequest()));
        folder.Note();

        await check.MatchAsync(
            "PayloadCase is None for an empty message, and for a payload of a newer contract: refuse it, wherever it comes.");
    }
}
