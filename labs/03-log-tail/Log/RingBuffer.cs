namespace Workshop.Tail;

/// <summary>The newest items, up to a capacity. Not safe for several threads.</summary>
internal sealed class RingBuffer<T>(int capacity)
{
    // Grows as it fills: a server that logs little needs little memory.
    private readonly List<T> _items = [];
    private int _oldest;

    /// <summary>Adds an item; when the buffer is full, the oldest item is dropped.</summary>
    public void Add(T item)
    {
        if (_items.Count < capacity)
        {
            _items.Add(item);
            return;
        }

        _items[_oldest] = item;
        _oldest = (_oldest + 1) % capacity;
    }

    /// <summary>A copy, oldest first.</summary>
    public T[] ToArray()
    {
        var items = new T[_items.Count];
        _items.CopyTo(_oldest, items, 0, items.Length - _oldest);
        _items.CopyTo(0, items, items.Length - _oldest, _oldest);
        return items;
    }
}
