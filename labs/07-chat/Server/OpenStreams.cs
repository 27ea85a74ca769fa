using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>How many calls may be open at the same time: all of them, and those of one member.</summary>
internal sealed class OpenStreams(ChatOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _ofMember = [];
    private int _all;

    /// <summary>Takes a place for a call of a member, until the result is disposed.</summary>
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED: there is none.</exception>
    public IDisposable Enter(string name)
    {
        lock (_lock)
        {
            var ofMember = _ofMember.GetValueOrDefault(name);
            if (_all == options.MaxStreams)
            {
                throw ChatErrors.TooManyStreams($"As many calls are open as are allowed at once: {options.MaxStreams}.");
            }

            if (ofMember == options.MaxStreamsPerMember)
            {
                throw ChatErrors.TooManyStreams($"{name} has as many calls open as are allowed at once: {options.MaxStreamsPerMember}.");
            }

            _all++;
            _ofMember[name] = ofMember + 1;
        }

        return new Place(() => Leave(name));
    }

    private void Leave(string name)
    {
        lock (_lock)
        {
            _all--;
            if (--_ofMember[name] == 0)
            {
                _ofMember.Remove(name);
            }
        }
    }
}
