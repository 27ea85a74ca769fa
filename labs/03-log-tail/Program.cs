using Workshop.Tail;

return args switch
{
    ["tail", .. var rest] => await TailCommand.RunAsync(rest, Console.Out, Console.Error),
    ["write", .. var rest] => await WriteCommand.RunAsync(rest, Console.Out, Console.Error),
    [] or [['-', '-', _, ..], ..] => await TailApp.ServeAsync(args),
    _ => await Usage.RefuseAsync(args[0], Console.Error),
};
