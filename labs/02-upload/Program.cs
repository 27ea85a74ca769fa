using Workshop.Upload;

return await UploadCommandLine.RunAsync(args, Console.Out, Console.Error);
