namespace Workshop.Runner.Labs;

/// <summary>A numbered task of a lab.</summary>
/// <param name="Id">Its id, unique in the workshop, such as <c>01.2</c>.</param>
/// <param name="Title">What there is to do, in a few words.</param>
internal sealed record LabTask(string Id, string Title);

/// <summary>A lab: the folders of one name in labs/, solutions/ and tests/.</summary>
/// <param name="Slug">The folders' name, such as <c>01-hello</c>.</param>
/// <param name="Title">Its title, from its README.</param>
/// <param name="Minutes">How long it takes, in minutes; null where its README does not say.</param>
/// <param name="Tasks">Its tasks in order, from its README.</param>
internal sealed record Lab(string Slug, string Title, int? Minutes, IReadOnlyList<LabTask> Tasks)
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
