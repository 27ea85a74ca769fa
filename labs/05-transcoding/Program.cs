using Workshop.ServiceDefaults;
using Workshop.Transcoding;

using var encoding = new ConsoleEncoding();
return await CatalogCommandLine.RunAsync(args, Console.Out, Console.Error);
