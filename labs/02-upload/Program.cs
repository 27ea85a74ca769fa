using Workshop.Upload;

return args switch
{
    ["send", .. var rest] => await SendCommand.RunAsync(rest, Console.Out, Console.Error),
    ["get", .. var rest] => await GetCommand.RunAsync(rest, Console.Out, Console.Error),
    ["list", .. var rest] => await ListCommand.RunAsync(rest, Console.Out, Console.Error),
    [] or [['-', '-', _, ..], ..] => await UploadApp.ServeAsync(args),
    _ => await Usage.RefuseAsync(args[0], Console.Error),
};
