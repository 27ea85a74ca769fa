namespace Workshop.Transcoding;

/// <summary>Why the catalogue refuses something.</summary>
public enum CatalogProblem
{
    /// <summary>There is no such file, or no such log.</summary>
    NotFound,

    /// <summary>A field of the request has a value that is never allowed.</summary>
    FieldInvalid,

    /// <summary>Another file has this name.</summary>
    NameTaken,

    /// <summary>The file is locked: it must be unlocked first.</summary>
    FileLocked,

    /// <summary>There are as many files as there may be.</summary>
    CatalogFull,

    /// <summary>An entry of a log cannot be read. It is lost.</summary>
    EntryDamaged,

    /// <summary>The storage failed. What it says is for the people who run the server.</summary>
    StorageFailed,
}
