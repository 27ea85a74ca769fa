namespace Workshop.Evolution.Changes;

/// <summary>What decides whether a change is safe.</summary>
internal enum Reason
{
    /// <summary>Nobody has used the number before.</summary>
    NewNumber,

    /// <summary>The bytes of old programs are read as they were meant.</summary>
    SameEncoding,

    /// <summary>The type is written in another way, under the same name.</summary>
    OtherEncoding,

    /// <summary>A name that JSON and code use is there no longer.</summary>
    NameGone,

    /// <summary>A number gets a new meaning, and old data has the old one.</summary>
    NumberReused,

    /// <summary>Of two values only one is kept.</summary>
    LastOneWins,
}
