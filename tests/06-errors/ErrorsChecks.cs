using Workshop.Harness;
using Workshop.Errors;
using Workshop.Errors.V1;

namespace Workshop.Checks;

public sealed class ErrorsChecks
{
    [Fact, Trait("Todo", "06.1")]
    public async Task Answers_the_question()
    {
        await using var check = new LabCheck();
        var client = new ErrorsService.ErrorsServiceClient(await check.StartAsync(ErrorsApp.Create));

        await check.CallAsync(async () => await client.AnswerAsync(new AnswerRequest { Question = "Why?" }));

        await check.MatchAsync("What a student who fails this should look at.");
    }
}
