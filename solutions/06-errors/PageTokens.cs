using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace Workshop.Errors;

/// <summary>Where the next page begins, as a text that only this service can make.</summary>
/// <remarks>The last id in 8 bytes, and 32 bytes of HMAC-SHA256 over the id and the filter.</remarks>
internal static class PageTokens
{
    private const int IdBytes = sizeof(long);

    /// <summary>The token of the page that begins behind a user.</summary>
    public static string Write(long lastId, UserFilter filter, byte[] key)
    {
        var token = new byte[IdBytes + HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, lastId);
        Sign(token.AsSpan(0, IdBytes), filter, key).CopyTo(token, IdBytes);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The id behind which the page begins.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT, PAGE_TOKEN_INVALID: the token is not one of this service, or of another filter.
    /// </exception>
    public static long Read(string token, UserFilter filter, byte[] key)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + HMACSHA256.HashSizeInBytes];
        // DecodeFromChars says by its result what TryDecodeFromChars says by an exception: a text that is no Base64.
        // A comparison that ends at the first difference tells by its time how much of a guess is right.
        return token.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.DecodeFromChars(token, bytes, out _, out _) is OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(bytes[IdBytes..], Sign(bytes[..IdBytes], filter, key))
            ? BinaryPrimitives.ReadInt64BigEndian(bytes)
            : throw UserErrors.Domain.InvalidArgument(
                "PAGE_TOKEN_INVALID", "page_token", "page_token is not from an earlier page of this filter. Leave it out to begin again.");
    }

    private static byte[] Sign(ReadOnlySpan<byte> id, UserFilter filter, byte[] key)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(id);
        Span<byte> role = stackalloc byte[sizeof(int)];
        // Fixed lengths first, the text last: two filters never give the same bytes.
        BinaryPrimitives.WriteInt32BigEndian(role, (int)filter.Role);
        hmac.AppendData(role);
        hmac.AppendData(Encoding.UTF8.GetBytes(filter.UsernamePrefix));
        return hmac.GetHashAndReset();
    }
}
