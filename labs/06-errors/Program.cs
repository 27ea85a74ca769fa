using Workshop.Errors;
using Workshop.ServiceDefaults;

using var encoding = new ConsoleEncoding();
return await UserCommandLine.RunAsync(args, Console.Out, Console.Error);
