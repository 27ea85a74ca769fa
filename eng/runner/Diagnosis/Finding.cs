namespace Workshop.Runner.Diagnosis;

/// <summary>How much a finding matters.</summary>
internal enum Level
{
    Ok,

    /// <summary>Worth knowing; the workshop works all the same.</summary>
    Note,

    /// <summary>Something of the workshop will not work.</summary>
    Problem,
}

/// <summary>One thing that doctor found out.</summary>
/// <param name="Subject">What was looked at, in a word or two.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Text">What is so.</param>
/// <param name="Remedy">What to do about it; empty where there is nothing to do.</param>
internal sealed record Finding(string Subject, Level Level, string Text, string Remedy = "")
{
    public static Finding Ok(string subject, string text) => new(subject, Level.Ok, text);

    public static Finding Note(string subject, string text, string remedy) => new(subject, Level.Note, text, remedy);

    public static Finding Problem(string subject, string text, string remedy) => new(subject, Level.Problem, text, remedy);
}
