using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Which users a listing has.</summary>
/// <param name="Role">Only users with this role; <see cref="Role.Unspecified"/> for all.</param>
/// <param name="UsernamePrefix">Only users whose name begins so; empty for all.</param>
public sealed record UserFilter(Role Role, string UsernamePrefix);
