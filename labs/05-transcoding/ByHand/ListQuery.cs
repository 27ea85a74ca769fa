using System.Globalization;
using Workshop.Catalog.V1;

namespace Workshop.Transcoding.ByHand;

/// <summary>The parameters of a list, checked.</summary>
/// <remarks>They come as text: a parameter of type <c>int</c> that is no number is refused by the framework, with an empty body.</remarks>
internal sealed class ListQuery
{
    private const int LargestPage = 100;
    private const string TokenPrefix = "from-";

    /// <param name="pageSize">Most files on the page. Null: as many as there may be.</param>
    /// <param name="pageToken">Of the page before. Null: the first page.</param>
    /// <param name="kind">One of <see cref="FileKinds"/>. Null: every kind.</param>
    public ListQuery(string? pageSize, string? pageToken, string? kind)
    {
        PageSize = LargestPage;
        if (pageSize is not null)
        {
            if (TryRead(pageSize, out var size) && size is >= 1 and <= LargestPage)
            {
                PageSize = size;
            }
            else
            {
                Problems["pageSize"] = [$"pageSize is '{pageSize}': give a number from 1 to {LargestPage}."];
            }
        }

        if (pageToken is not null)
        {
            if (pageToken.StartsWith(TokenPrefix, StringComparison.Ordinal) && TryRead(pageToken[TokenPrefix.Length..], out var first))
            {
                First = first;
            }
            else
            {
                Problems["pageToken"] = ["pageToken is not from an earlier page: leave it out to begin again."];
            }
        }

        if (kind is not null)
        {
            if (FileKinds.TryFind(kind, out var known))
            {
                Kind = known;
            }
            else
            {
                Problems["kind"] = [$"kind is '{kind}': give one of {FileKinds.Names}, or leave it out."];
            }
        }
    }

    /// <summary>What is wrong: a sentence for each wrong parameter, by its name.</summary>
    public Dictionary<string, string[]> Problems { get; } = [];

    public int PageSize { get; }

    /// <summary>How many files come before the page.</summary>
    public int First { get; }

    public FileKind Kind { get; }

    /// <summary>The token of the page before which so many files come.</summary>
    public static string TokenOf(int first) => string.Create(CultureInfo.InvariantCulture, $"{TokenPrefix}{first}");

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
