namespace Workshop.Runner.Diagnosis;

/// <summary>Whether calls to this machine would be sent to a proxy.</summary>
internal static class ProxyDiagnosis
{
    public const string Subject = "Proxy";

    private static readonly Uri[] Local = [new("http://localhost:50051"), new("http://127.0.0.1:50051")];

    public static Finding Examine()
    {
        foreach (var address in Local)
        {
            if (!HttpClient.DefaultProxy.IsBypassed(address) && HttpClient.DefaultProxy.GetProxy(address) is { } proxy && proxy != address)
            {
                return Finding.Problem(
                    Subject,
                    // The host alone: a proxy's address may hold a password.
                    $"calls to {address.Host} go to the proxy at {proxy.Host}:{proxy.Port}, which cannot reach your server",
                    "Set the environment variable NO_PROXY to localhost,127.0.0.1 in every terminal you use.");
            }
        }

        return Finding.Ok(Subject, "calls to localhost go straight there");
    }
}
