namespace Grpc.Core.Utils;

/// <summary>Checks of arguments and of state.</summary>
public static class GrpcPreconditions
{
    /// <exception cref="ArgumentException">The condition does not hold.</exception>
    public static void CheckArgument(bool condition)
    {
        if (!condition)
        {
            throw new ArgumentException("The argument does not meet its condition.");
        }
    }

    /// <exception cref="ArgumentException">The condition does not hold.</exception>
    public static void CheckArgument(bool condition, string errorMessage)
    {
        if (!condition)
        {
            throw new ArgumentException(errorMessage);
        }
    }

    /// <exception cref="ArgumentNullException">There is no object.</exception>
    public static T CheckNotNull<T>(T reference) =>
        reference ?? throw new ArgumentNullException("A reference is null that must not be.", innerException: null);

    /// <exception cref="ArgumentNullException">There is no object.</exception>
    public static T CheckNotNull<T>(T reference, string paramName) =>
        reference ?? throw new ArgumentNullException(paramName);

    /// <exception cref="InvalidOperationException">The condition does not hold.</exception>
    public static void CheckState(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("The state does not meet its condition.");
        }
    }

    /// <exception cref="InvalidOperationException">The condition does not hold.</exception>
    public static void CheckState(bool condition, string errorMessage)
    {
        if (!condition)
        {
            throw new InvalidOperationException(errorMessage);
        }
    }
}
