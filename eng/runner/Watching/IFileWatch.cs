namespace Workshop.Runner.Watching;

/// <summary>Tells when a file of the labs or the contracts changes. It does so until it is disposed.</summary>
internal interface IFileWatch : IDisposable;
