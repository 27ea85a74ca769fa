using System.Net;
using System.Net.Sockets;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether the port is free on which the labs listen.</summary>
internal static class PortDiagnosis
{
    private const int Port = 50051;

    private static readonly string Subject = $"Port {Port}";

    public static Finding Examine()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
            return Finding.Ok(Subject, "free");
        }
        catch (SocketException exception)
        {
            var (text, remedy) = exception.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => (
                    "another program listens there; it may be a lab that still runs", "End that program, or start"),
                // Windows and Hyper-V set ranges of ports aside: netsh interface ipv4 show excludedportrange protocol=tcp
                SocketError.AccessDenied => ("this system keeps the port for itself", "Start"),
                _ => ($"cannot be used: {exception.Message.TrimEnd('.')}", "Start"),
            };
            return Finding.Note(
                Subject,
                $"{text}. Checks do not need this port",
                $"{remedy} a lab on another port: dotnet run -- --urls http://localhost:50052");
        }
    }
}
