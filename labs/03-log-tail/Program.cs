using Workshop.Tail;

return await TailCommandLine.RunAsync(args, Console.Out, Console.Error);
