namespace Workshop.Wire;

/// <summary>Why bytes are no protobuf message.</summary>
/// <param name="Offset">Where, counted from 0.</param>
/// <param name="Text">What is wrong there, and what it means.</param>
public sealed record WireProblem(int Offset, string Text);
