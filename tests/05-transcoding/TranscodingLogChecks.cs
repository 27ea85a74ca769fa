using Microsoft.AspNetCore.Http;
using Workshop.Harness;
using Workshop.Transcoding;
using static Workshop.Checks.CatalogStart;

namespace Workshop.Checks;

public sealed class TranscodingLogChecks
{
    [Fact, Trait("Todo", "05.6")]
    public async Task Prints_a_whole_log()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/logs/access");
        await TailAsync(check, "access", check.RestAddress);

        await check.MatchAsync("StreamLog needs a rule, GET /v1/logs/{log}. Each line is a message: an entry, or the end.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Sees_an_error_behind_a_status_of_200()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/logs/changes");
        await TailAsync(check, "changes", check.RestAddress);
        check.Says("stderr", "damaged");

        await check.MatchAsync("A line with code is an error, as google.rpc.Status has it: pass on its message in a CommandException.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Sees_that_the_end_did_not_come()
    {
        await using var check = new LabCheck();
        var peer = await check.StartHttpPeerAsync(context => RespondAsync(context, "{\"entry\":{\"severity\":\"SEVERITY_INFO\",\"message\":\"f1 was read\"}}\n"));

        await TailAsync(check, "access", peer);
        check.Says("stderr", "end");

        await check.MatchAsync("A proxy that gives up ends a response well. Only a line with end says that the log is whole; without it, throw a CommandException.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Shows_what_a_console_would_obey()
    {
        await using var check = new LabCheck();
        var peer = await check.StartHttpPeerAsync(context => RespondAsync(context, """
            {"entry":{"severity":"SEVERITY_INFO","message":"\u001b[2Jthe end, with code 3"}}
            {"end":{"entries":1}}

            """));

        await TailAsync(check, "access", peer);

        await check.MatchAsync("The text is not yours: VisibleText.Of shows the characters that a console would obey. Which line it is, its members say, and not its text.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Prints_an_entry_when_it_comes_and_ends_at_the_end()
    {
        await using var check = new LabCheck();
        var printed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<string>();
        var peer = await check.StartHttpPeerAsync(async context =>
        {
            await RespondAsync(context, "{\"entry\":{\"severity\":\"SEVERITY_INFO\",\"message\":\"f1 was read\"}}\n");
            await context.Response.Body.FlushAsync();
            var isPrinted = await check.HappensAsync(printed.Task);
            check.Note("printed", isPrinted ? "before the next line came" : "not before the next line came");
            await context.Response.WriteAsync("{\"end\":{\"entries\":1}}\n");
            await context.Response.Body.FlushAsync();
            // The connection stays open: only the end says that there is no more.
            var hungUp = new TaskCompletionSource();
            await using var registered = context.RequestAborted.Register(hungUp.SetResult);
            var isHungUp = isPrinted ? await check.HappensAsync(hungUp.Task) : hungUp.Task.IsCompleted;
            ended.SetResult(isHungUp ? "hung up at the end" : "waited for more");
        });

        await check.RunAsync(
            (args, output, error) => CatalogCommandLine.RunAsync(["tail", .. args], new NoticingWriter(output, "\n", printed), error), "tail", "access", "--rest", peer);
        check.Note("client", await check.HappensAsync(ended.Task) ? await ended.Task : "did not hang up");

        await check.MatchAsync("Read a line, print it, then read the next one. Return at the line with end: the connection may stay open.");
    }

    private static Task TailAsync(LabCheck check, string log, string rest) =>
        check.RunAsync((args, output, error) => CatalogCommandLine.RunAsync(["tail", .. args], output, error), "tail", log, "--rest", rest);

    private static async Task RespondAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }
}
