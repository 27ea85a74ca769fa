namespace Workshop.Chat;

/// <summary>Something that was taken and is given back once, however often it is disposed.</summary>
internal sealed class Place(Action giveBack) : IDisposable
{
    private Action? _giveBack = giveBack;

    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
