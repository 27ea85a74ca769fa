using Workshop.Evolution;
using Workshop.ServiceDefaults;

using var encoding = new ConsoleEncoding();
return await EvolutionCommandLine.RunAsync(args, Console.Out, Console.Error);
