namespace Workshop.Transcoding;

/// <summary>A part of a path that a caller chooses.</summary>
/// <param name="Name">Its name in the document.</param>
/// <param name="Field">The field of the request that it is, or is part of, such as <c>file.file_id</c>. Empty: no field.</param>
/// <param name="Segments">What the field may be: <c>*</c> is any segment, <c>**</c> any number of them.</param>
/// <param name="Wildcard">The wildcard in it that this is.</param>
internal sealed record PathParameter(string Name, string Field, string Segments, string Wildcard)
{
    /// <summary>Whether it is the whole field, and not a part of it.</summary>
    public bool IsWholeField => Field.Length > 0 && Segments == Wildcard;

    public string Description => string.Join(' ', Sentences());

    private IEnumerable<string> Sentences()
    {
        if (!IsWholeField)
        {
            yield return Field.Length > 0
                ? $"A part of the field {Field}, which is {Segments}."
                : "Any segment. The service does not see it.";
        }
        else if (Field != Name)
        {
            yield return $"The field {Field}.";
        }

        if (Wildcard == "**")
        {
            yield return "It may have slashes, which must not be percent-encoded: a page that encodes them cannot call this.";
        }
    }
}
