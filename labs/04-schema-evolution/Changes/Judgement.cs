namespace Workshop.Evolution.Changes;

/// <summary>What somebody says of a change.</summary>
/// <param name="Wire">Whether new programs read the bytes of old programs, and every value means what it meant.</param>
/// <param name="Json">The same of the JSON of old programs. C# refuses JSON with a name that it does not know.</param>
/// <param name="Source">Whether C# that uses the old generated classes compiles with the new ones.</param>
/// <param name="Reason">What decides.</param>
internal sealed record Judgement(bool Wire, bool Json, bool Source, Reason Reason);
