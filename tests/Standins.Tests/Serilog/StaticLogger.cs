namespace Workshop.Standins.Tests.Serilog;

/// <summary>Tests that replace the process-wide <c>Log.Logger</c>, and so run one after the other.</summary>
[CollectionDefinition("Log.Logger")]
public sealed class StaticLogger;
