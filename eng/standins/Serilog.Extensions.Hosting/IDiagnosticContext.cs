namespace Serilog;

/// <summary>Collects what is learned during one operation, for the one event that is written at its end.</summary>
public interface IDiagnosticContext
{
    /// <summary>Adds the property to the operation's closing event; a later value of the same name replaces it.</summary>
    /// <remarks>Outside of an operation the value is dropped.</remarks>
    /// <param name="propertyName">Name of the property; must not be empty.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="destructureObjects">True: an object is taken apart into its properties, as by the <c>@</c> operator.</param>
    void Set(string propertyName, object value, bool destructureObjects = false);

    /// <summary>Sets the exception of the operation's closing event.</summary>
    /// <remarks>Gives way to an exception that the operation itself lets out; null takes it back.</remarks>
    void SetException(Exception exception);
}
