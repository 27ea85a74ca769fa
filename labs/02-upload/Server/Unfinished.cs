namespace Workshop.Upload;

/// <summary>Stands where a production task is not done yet.</summary>
internal static class Unfinished
{
    /// <summary>Does nothing: until the task is done, everything is accepted.</summary>
    /// <param name="task">Names the task. The checks look for this text in the compiled program.</param>
    public static void AcceptAll(string task) => _ = task;
}
