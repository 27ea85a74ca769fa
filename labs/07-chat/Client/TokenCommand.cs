using System.CommandLine;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>The command <c>token</c>: makes a token of a name, on the server's machine.</summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The member: letters and digits of ASCII, '-' and '_'." };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !Names.IsValid(given))
            {
                result.AddError($"This is no name: {Names.Rule}.");
            }
        });
        var keyFile = MemberCommand.KeyFile();
        var command = new Command("token", $"Make a token of a name, good for {MemberTokens.Lifetime.TotalHours:0} hours.") { name, keyFile };
        command.SetAction(async parsed =>
        {
            var configuration = parsed.InvocationConfiguration;
            try
            {
                await configuration.Output.WriteLineAsync(MemberCommand.MakeToken(parsed.GetValue(name)!, parsed.GetValue(keyFile)!));
                return ExitCodes.Success;
            }
            catch (CommandException problem)
            {
                await configuration.Error.WriteLineAsync(VisibleText.Of(problem.Message));
                return ExitCodes.Refused;
            }
        });
        return command;
    }
}
