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
            return Finding.Note(
                Subject,
                exception.SocketErrorCode is SocketError.AddressAlreadyInUse
                    ? "another program listens there; it may be a lab that still runs. Checks do not need this port"
                    : $"cannot be used: {exception.Message}. Checks do not need it",
                "End that program, or start a lab on another port: dotnet run -- --urls http://localhost:50052");
        }
    }
}
