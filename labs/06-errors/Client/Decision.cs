namespace Workshop.Errors;

/// <summary>What a client decided.</summary>
/// <param name="Step">What it does.</param>
/// <param name="Wait">How long it waits before that, because the server asked for it. Null: as long as
/// <see cref="ServiceDefaults.Backoff"/> says, if there is a next call at all.</param>
internal readonly record struct Decision(Step Step, TimeSpan? Wait = null);
