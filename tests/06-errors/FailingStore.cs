using Workshop.Errors;

namespace Workshop.Checks;

/// <summary>A store that can do nothing: each call of it fails as the check says.</summary>
internal sealed class FailingStore : IUserStore
{
    public Exception Failure { get; set; } = new NotSupportedException("The check has not said how the store fails.");

    public Task<TResult> ReadAsync<TResult>(Func<UserTable, TResult> work, CancellationToken cancellationToken) =>
        Task.FromException<TResult>(Failure);

    public Task<TResult> WriteAsync<TResult>(Func<UserTable, TResult> work, CancellationToken cancellationToken) =>
        Task.FromException<TResult>(Failure);
}
