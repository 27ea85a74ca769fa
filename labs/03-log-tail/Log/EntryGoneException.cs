namespace Workshop.Tail;

/// <summary>An entry was let go before its reader came to it.</summary>
internal sealed class EntryGoneException() : Exception("The entry is no longer kept.");
