using Workshop.Harness;
using Workshop.Scaffold;
using Workshop.Scaffold.V1;

namespace Workshop.Checks;

public sealed class ScaffoldChecks
{
    [Fact, Trait("Todo", "00.1")]
    public async Task Answers_the_question()
    {
        await using var check = new LabCheck();
        var client = new ScaffoldService.ScaffoldServiceClient(await check.StartAsync(ScaffoldApp.Create));

        await check.CallAsync(async () => await client.AnswerAsync(new AnswerRequest { Question = "Why?" }));

        await check.MatchAsync("What a student who fails this should look at.");
    }
}
