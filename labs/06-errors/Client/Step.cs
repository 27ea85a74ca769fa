namespace Workshop.Errors;

/// <summary>What a client does after a call.</summary>
internal enum Step
{
    /// <summary>Nothing more: it succeeded.</summary>
    Done,

    /// <summary>Change the request, or what the server has stored, before another call. The same call would fail again.</summary>
    Mend,

    /// <summary>Make the same call again.</summary>
    TryAgain,

    /// <summary>Try again one level higher: read again what the call was made from, change that, and write it.</summary>
    StartOver,

    /// <summary>Read what is there before any other call: this one may have done its work.</summary>
    LookFirst,

    /// <summary>Say who is calling, then make the same call again.</summary>
    SignIn,

    /// <summary>Stop, and report it.</summary>
    GiveUp,
}
