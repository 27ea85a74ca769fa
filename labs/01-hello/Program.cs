using Workshop.Hello;

using var encoding = new ConsoleEncoding();
switch (args)
{
    case ["greet", .. var greetArgs]:
        return await GreetCommand.RunAsync(greetArgs, Console.Out, Console.Error);
    case [] or [['-', '-', ..], ..]:
        return await HelloApp.ServeAsync(args);
    default:
        await Console.Error.WriteLineAsync(
            $"There is no command {args[0]}. `dotnet run` starts the server, `dotnet run -- greet NAME` calls it.");
        return ExitCodes.Refused;
}
