using Workshop.Errors;
using Workshop.ServiceDefaults;

using var encoding = new ConsoleEncoding();
return await ErrorsCommandLine.RunAsync(args, Console.Out, Console.Error);
