namespace Workshop.Runner.Labs;

/// <summary>A lab: the folders of one name in labs/, solutions/ and tests/.</summary>
/// <param name="Slug">The folders' name, such as <c>01-hello</c>.</param>
/// <param name="Title">Its title, from its README.</param>
/// <param name="Minutes">How long it takes; null where its README does not say.</param>
/// <param name="Tasks">Its tasks in order, from its README: those of the core first.</param>
internal sealed record Lab(string Slug, string Title, LabMinutes? Minutes, IReadOnlyList<LabTask> Tasks)
{
    /// <summary>Two digits, such as <c>01</c>.</summary>
    public string Number => Slug[..2];

    /// <summary>The slug without the number, such as <c>hello</c>.</summary>
    public string Name => Slug[3..];

    /// <summary>Where a student reads, relative to the workshop's folder.</summary>
    public string Readme => $"labs/{Slug}/README.md";

    public bool IsCalled(string text) =>
        Slug.Equals(text, StringComparison.OrdinalIgnoreCase)
        || Name.Equals(text, StringComparison.OrdinalIgnoreCase)
        || Number == text.PadLeft(2, '0');
}
