using Workshop.ServiceDefaults;
using Workshop.Tail;

using var encoding = new ConsoleEncoding();
return await TailCommandLine.RunAsync(args, StandardOutput.Open(), Console.Error);
