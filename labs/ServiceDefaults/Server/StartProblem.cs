using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Workshop.ServiceDefaults;

/// <summary>Why a server did not start, for its user.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>: refused for a setting that makes no sense, else failed.</param>
/// <param name="Sentence">What happened and what to do.</param>
internal sealed partial record StartProblem(int ExitCode, string Sentence)
{
    private const string OtherPort = "choose another port: dotnet run -- --urls http://localhost:50052";

    /// <summary>Translates what a start threw.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="address">Where the server was to listen.</param>
    /// <returns>Null for what only a programmer can mend: that deserves its stack trace.</returns>
    public static StartProblem? From(Exception exception, string address) => exception switch
    {
        StartException => Failed(exception.Message),
        OptionsValidationException invalid => Refused(string.Join(" ", invalid.Failures.Select(WithoutFrame))),
        // Several settings classes that are invalid at once.
        AggregateException { InnerExceptions: var all } when all.All(one => one is OptionsValidationException) =>
            Refused(string.Join(" ", all.Cast<OptionsValidationException>().SelectMany(one => one.Failures).Select(WithoutFrame))),
        // A text that is no number, no time, or none of an enum's names; a file that is no JSON. The binder and Serilog throw
        // a type that says nothing, so who threw it has to.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" or "Serilog.Settings.Configuration" } =>
            Refused($"a setting cannot be read. {exception.Message}"),
        InvalidDataException { InnerException: FormatException } =>
            Refused($"a file with settings cannot be read. {exception.Message} {exception.GetBaseException().Message}"),
        IOException { InnerException: AddressInUseException } =>
            Failed($"another program listens on {address}. Stop it, or {OtherPort}"),
        // For localhost, Kestrel tries IPv4 and IPv6: what the system said lies inside.
        _ when exception.GetBaseException() is SocketException refusal => Failed(NotAllowed(refusal, address)),
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } when address.Contains("https:", StringComparison.OrdinalIgnoreCase) =>
            Failed($"{address} needs a certificate, and there is none. Name one with --Kestrel:Certificates:Default:Path, or write http."),
        FormatException or ArgumentOutOfRangeException when ServedBy(exception) =>
            Failed($"'{address}' is no address. Write it as {ServiceStart.DefaultAddress}, with a port up to 65535."),
        _ => null,
    };

    private static StartProblem Failed(string sentence) => new(ExitCodes.Failed, sentence);

    private static StartProblem Refused(string sentence) => new(ExitCodes.Refused, sentence);

    private static string NotAllowed(SocketException refusal, string address)
    {
        // A port below 1024, or one that Windows keeps for itself: `netsh interface ipv4 show excludedportrange tcp`.
        var reserved = refusal.SocketErrorCode is SocketError.AccessDenied ? " The port is reserved." : "";
        return $"this system does not let it listen on {address}: {refusal.Message.TrimEnd('.')}.{reserved} To mend it, {OtherPort}";
    }

    // The same types come from anywhere; only an address is read by Kestrel.
    private static bool ServedBy(Exception exception) =>
        exception.StackTrace?.Contains("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true;

    // ValidateDataAnnotations puts a sentence of its own around ours.
    private static string WithoutFrame(string failure) =>
        AnnotationFailure().Match(failure) is { Success: true } match ? match.Groups[1].Value : failure;

    [GeneratedRegex("^DataAnnotation validation failed for .*? with the error: '(.*)'\\.?$", RegexOptions.Singleline)]
    private static partial Regex AnnotationFailure();
}
