namespace Workshop.Runner.Loop;

/// <summary>Reads keys on a thread of its own: a read of the console cannot be given up.</summary>
internal static class KeyReader
{
    /// <summary>Single keys, as they are pressed.</summary>
    public static void Start(Action<string> pressed) => Start(() =>
    {
        var key = Console.ReadKey(intercept: true);
        pressed(key.Key switch
        {
            ConsoleKey.UpArrow => "up",
            ConsoleKey.DownArrow => "down",
            ConsoleKey.PageUp => "page up",
            ConsoleKey.PageDown => "page down",
            ConsoleKey.Home => "home",
            ConsoleKey.End => "end",
            ConsoleKey.Enter => "enter",
            ConsoleKey.Escape => "escape",
            _ => $"{key.KeyChar}",
        });
        return true;
    });

    /// <summary>What is typed before Enter. The end of the input is q.</summary>
    public static void StartTyped(Action<string> typed) => Start(() =>
    {
        var line = Console.In.ReadLine();
        typed(line?.Trim() ?? "q");
        return line is not null;
    });

    private static void Start(Func<bool> read) => new Thread(() =>
    {
        try
        {
            while (read())
            {
            }
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException)
        {
            // The terminal is gone, and the loop with it.
        }
    })
    {
        IsBackground = true,
        Name = "keys",
    }.Start();
}
