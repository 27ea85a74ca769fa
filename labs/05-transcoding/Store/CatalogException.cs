namespace Workshop.Transcoding;

/// <summary>The catalogue refuses something. It knows nothing of gRPC or HTTP.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="message">What is wrong and what to do. For people who use the service; of
/// <see cref="CatalogProblem.StorageFailed"/>, only for those who run it.</param>
/// <param name="fieldPath">The field of the request, by its path in the contract; empty where it is about none.</param>
public sealed class CatalogException(CatalogProblem problem, string message, string fieldPath = "") : Exception(message)
{
    public CatalogProblem Problem => problem;

    public string Field => fieldPath;
}
