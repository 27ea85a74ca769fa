namespace Workshop.Runner.Authoring;

/// <summary>One change that makes the solution wrong.</summary>
/// <param name="File">Which source file, by its path below the lab's folder, with slashes: <c>Server/Slots.cs</c>.</param>
/// <param name="Find">The text to replace, line by line. The first and the last may be parts of lines.</param>
/// <param name="Replace">What stands there instead, line by line. Nothing, when it is empty.</param>
internal sealed record MistakeEdit(string File, IReadOnlyList<string> Find, IReadOnlyList<string> Replace);
