using System.CommandLine;
using Workshop.ServiceDefaults;

namespace Workshop.Evolution.Changes;

/// <summary>The command <c>answers</c>: what <see cref="TenChanges"/> says.</summary>
internal static class AnswersCommand
{
    public static Command Create()
    {
        var command = new Command("answers", "Print what you say of the ten changes.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            for (var change = 1; change <= 10; change++)
            {
                var answer = TenChanges.Of(change);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    $"{change,2}  wire {Say(answer.Wire)}  json {Say(answer.Json)}  source {Say(answer.Source)}  {answer.Reason}");
            }

            return ExitCodes.Success;
        });
        return command;

        static string Say(bool safe) => safe ? "safe  " : "breaks";
    }
}
