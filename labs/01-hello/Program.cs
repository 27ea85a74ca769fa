using Workshop.Hello;

return args is ["greet", .. var greetArgs]
    ? await GreetCommand.RunAsync(greetArgs, Console.Out, Console.Error)
    : await HelloApp.ServeAsync(args);
