using System.Collections;

namespace Grpc.Core;

/// <summary>Headers or trailers of a call: a list of entries in which a key may occur several times.</summary>
/// <remarks>Source: "Custom-Metadata" in the gRPC over HTTP/2 protocol.</remarks>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>Metadata without entries that cannot be changed.</summary>
    /// <remarks>A change throws <see cref="InvalidOperationException"/>.</remarks>
    public static readonly Metadata Empty = new(isReadOnly: true);

    /// <summary>The end of every key whose value is bytes and not text.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    private readonly List<Entry> _entries = [];

    public Metadata()
    {
    }

    private Metadata(bool isReadOnly) => IsReadOnly = isReadOnly;

    public Entry this[int index]
    {
        get => _entries[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Changeable()[index] = value;
        }
    }

    public int Count => _entries.Count;

    public bool IsReadOnly { get; }

    /// <summary>The last entry with the key, in any case of letters; null if there is none.</summary>
    public Entry? Get(string key) => _entries.FindLast(entry => entry.HasKey(key));

    /// <summary>The text of the last entry with the key; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The entry is a binary one.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry with the key, for a text its ASCII bytes; null if there is none.</summary>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries with the key, in any case of letters, in their order.</summary>
    /// <remarks>The metadata may change between the steps of the enumeration, which goes on by position.</remarks>
    public IEnumerable<Entry> GetAll(string key)
    {
        // No foreach: the list's own enumerator throws after a change.
        for (var index = 0; index < _entries.Count; index++)
        {
            var entry = _entries[index];
            if (entry.HasKey(key))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Adds a text.</summary>
    /// <exception cref="ArgumentException">The key has a wrong character, or ends in -bin.</exception>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds bytes.</summary>
    /// <exception cref="ArgumentException">The key has a wrong character, or lacks -bin.</exception>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    public int IndexOf(Entry item) => _entries.IndexOf(item);

    public void Insert(int index, Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changeable().Insert(index, item);
    }

    public void RemoveAt(int index) => Changeable().RemoveAt(index);

    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changeable().Add(item);
    }

    public void Clear() => Changeable().Clear();

    public bool Contains(Entry item) => _entries.Contains(item);

    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    public bool Remove(Entry item) => Changeable().Remove(item);

    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<Entry> Changeable() => IsReadOnly
        ? throw new InvalidOperationException("This metadata is read-only. Make a new Metadata to add entries to.")
        : _entries;
}
