using Google.Rpc;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>What a user must be like, as the contract says.</summary>
internal static class UserRules
{
    private const int MaxBytes = 16 * 1024;
    private const int MaxUsernameCharacters = 32;
    private const int MaxEmailCharacters = 254;
    private const int MaxTags = 10;
    private const int MaxTagCharacters = 32;
    private const int MaxSignIns = 5;
    private const int MaxPhoneCharacters = 32;
    private const int MaxMetadata = 20;

    /// <exception cref="RpcException">INVALID_ARGUMENT, USER_INVALID: with all that is wrong, each with its field.</exception>
    public static void Check(User user)
    {
        var violations = Violations(user)
            .Select(violation => new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Description })
            .ToList();
        if (violations.Count > 0)
        {
            throw UserErrors.Domain.Error(
                StatusCode.InvalidArgument,
                "USER_INVALID",
                violations.Count == 1 ? violations[0].Description : $"The user has {violations.Count} fields that must change.",
                details: new BadRequest { FieldViolations = { violations } });
        }
    }

    // Nothing of what was sent is repeated: the client has it, and a description must not grow with it.
    private static IEnumerable<(string Field, string Description)> Violations(User user)
    {
        if (user.Username.Length is 0 or > MaxUsernameCharacters || !user.Username.All(IsOfName))
        {
            yield return ("user.username", $"Give a username of 1 to {MaxUsernameCharacters} letters a to z, digits, '.', '_' and '-'.");
        }

        if (user.Email.Length is < 3 or > MaxEmailCharacters || !user.Email.All(letter => letter is > ' ' and <= '~')
            || user.Email.Count(letter => letter == '@') != 1 || user.Email[0] == '@' || user.Email[^1] == '@')
        {
            yield return ("user.email", $"Give an email of 3 to {MaxEmailCharacters} characters, with one '@' inside.");
        }

        if (user.Role is not (Role.User or Role.Admin or Role.Moderator))
        {
            yield return ("user.role", "Give a role: ROLE_USER, ROLE_ADMIN or ROLE_MODERATOR.");
        }

        if (user.Tags.Count > MaxTags || user.Tags.Any(tag => CharactersIn(tag) is 0 or > MaxTagCharacters))
        {
            yield return ("user.tags", $"Give at most {MaxTags} tags, each of 1 to {MaxTagCharacters} characters.");
        }

        if (user.SignIns.Count > MaxSignIns)
        {
            yield return ("user.sign_ins", $"Give at most {MaxSignIns} sign_ins.");
        }

        if (CharactersIn(user.Phone) > MaxPhoneCharacters)
        {
            yield return ("user.phone", $"Give a phone of at most {MaxPhoneCharacters} characters.");
        }

        if (user.Metadata.Count > MaxMetadata)
        {
            yield return ("user.metadata", $"Give at most {MaxMetadata} entries of metadata.");
        }

        if (user.CalculateSize() > MaxBytes)
        {
            yield return ("user", $"The user has {user.CalculateSize()} bytes: {MaxBytes} are allowed.");
        }
    }

    // Not Length: an owl (🦉) is one character, and two chars of C#.
    private static int CharactersIn(string text) => text.EnumerateRunes().Count();

    private static bool IsOfName(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '_' or '-';
}
