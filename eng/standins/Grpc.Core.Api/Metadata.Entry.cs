using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>A key with a text or with bytes. Immutable.</summary>
    /// <remarks>
    /// A key is made lower case, and has letters a to z, digits, dots, underscores and hyphens only. If it ends in
    /// <see cref="BinaryHeaderSuffix"/>, the value is bytes, which travel as base64; if not, ASCII text.
    /// </remarks>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

        private readonly string? _value;
        private readonly byte[]? _valueBytes;

        /// <summary>Makes an entry with a copy of the bytes.</summary>
        /// <exception cref="ArgumentException">The key has a wrong character, or lacks -bin.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalize(key);
            // The key comes first: a wrong one is told even where the value is missing.
            if (!HasBinaryKey)
            {
                throw new ArgumentException($"The key '{Key}' has bytes as its value, so it must end in -bin.");
            }

            ArgumentNullException.ThrowIfNull(valueBytes);
            _valueBytes = [.. valueBytes];
        }

        /// <summary>Makes an entry with a text.</summary>
        /// <remarks>The text must be ASCII, which is checked when it is sent.</remarks>
        /// <exception cref="ArgumentException">The key has a wrong character, or ends in -bin.</exception>
        public Entry(string key, string value)
        {
            Key = Normalize(key);
            if (HasBinaryKey)
            {
                throw new ArgumentException($"The key '{Key}' has a text as its value, so it must not end in -bin.");
            }

            ArgumentNullException.ThrowIfNull(value);
            _value = value;
        }

        public string Key { get; }

        /// <summary>A copy of the bytes; for a text its ASCII bytes.</summary>
        public byte[] ValueBytes => _valueBytes is null ? Encoding.ASCII.GetBytes(Value) : [.. _valueBytes];

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The value is bytes.</exception>
        public string Value => _value
            ?? throw new InvalidOperationException($"The entry '{Key}' is binary. Read its ValueBytes.");

        public bool IsBinary => _value is null;

        private bool HasBinaryKey => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The key and the text, for logs. Bytes are not shown, only their type.</summary>
        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={_valueBytes}]"
            : $"[Entry: key={Key}, value={_value}]";

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            if (key.AsSpan().ContainsAnyExcept(KeyCharacters))
            {
                throw new ArgumentException(
                    $"The key '{key}' is no metadata key. Use letters, digits, dots, underscores and hyphens.");
            }

            return key.ToLowerInvariant();
        }
    }
}
