namespace Workshop.Evolution.Gate;

/// <summary>How much of a contract's users a change may disturb. The names and their meaning are those of <c>buf breaking</c>.
/// </summary>
[Flags]
public enum Category
{
    /// <summary>Bytes.</summary>
    Wire = 1,

    /// <summary>Bytes and JSON.</summary>
    WireJson = 2,

    /// <summary>Bytes, JSON and generated code; what is in a package may move to another file of it.</summary>
    Package = 4,

    /// <summary>Bytes, JSON and generated code, file by file.</summary>
    File = 8,
}
