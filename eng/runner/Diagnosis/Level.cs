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
