using Workshop.ServiceDefaults;
using Workshop.Upload;

using var encoding = new ConsoleEncoding();
return await UploadCommandLine.RunAsync(args, Console.Out, Console.Error);
