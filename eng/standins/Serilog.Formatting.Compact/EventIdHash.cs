namespace Serilog.Formatting.Compact;

/// <summary>Gives a message template a number, so that events of one kind can be found by it.</summary>
public static class EventIdHash
{
    /// <summary>Computes Bob Jenkins's one-at-a-time hash over the UTF-16 characters of the template.</summary>
    /// <remarks>The same on every machine and in every run, unlike <see cref="string.GetHashCode()"/>.</remarks>
    public static uint Compute(string messageTemplate)
    {
        ArgumentNullException.ThrowIfNull(messageTemplate);

        unchecked
        {
            var hash = 0u;
            foreach (var character in messageTemplate)
            {
                hash += character;
                hash += hash << 10;
                hash ^= hash >> 6;
            }

            hash += hash << 3;
            hash ^= hash >> 11;
            hash += hash << 15;
            return hash;
        }
    }
}
