using Workshop.Chat;
using Workshop.ServiceDefaults;

using var encoding = new ConsoleEncoding();
return await ChatCommandLine.RunAsync(args, StandardOutput.Open(), Console.Error);
