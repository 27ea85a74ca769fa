namespace Workshop.Harness;

/// <summary>Runs a command of a lab, and writes what it prints to a transcript.</summary>
internal sealed class CommandRecorder(Transcript transcript, TimeLimits limits)
{
    public async Task RunAsync(Func<string[], TextWriter, TextWriter, Task<int>> command, string name, string[] args)
    {
        transcript.Add("command", CommandLine.Show(name, args));
        await using var output = new AwaitedWriter();
        await using var error = new AwaitedWriter();
        var isAwaited = true;
        try
        {
            var exitCode = await limits.KeepAsync(LabCheck.Limit, "The command did not come to an exit code", async () =>
            {
                var code = await command(args, output, error);
                isAwaited = output.IsAwaited && error.IsAwaited;
                return code;
            });
            AddPrinted();
            transcript.Add("exit code", $"{exitCode}");
            if (!isAwaited)
            {
                transcript.Add("not awaited", "nobody waited until a line was written: there is a call without await");
            }
        }
        catch (CheckFailedException)
        {
            AddPrinted();
            throw;
        }

        void AddPrinted()
        {
            transcript.AddLines("stdout", output.ToString());
            transcript.AddLines("stderr", error.ToString());
        }
    }
}
