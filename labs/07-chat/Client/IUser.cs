namespace Workshop.Chat;

/// <summary>The person, or the program, that uses the client.</summary>
internal interface IUser
{
    /// <summary>Makes lines of events, as this user can read them.</summary>
    EventLines Lines { get; }

    /// <summary>Shows a line.</summary>
    void Show(string line);

    /// <summary>Waits for a line of the user.</summary>
    /// <returns>Null: nothing follows.</returns>
    Task<string?> NextLineAsync(CancellationToken cancellationToken);
}
