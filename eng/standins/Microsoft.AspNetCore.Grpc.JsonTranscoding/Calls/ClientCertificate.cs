using System.Security.Cryptography.X509Certificates;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>Who the client is by its TLS certificate, in the words of gRPC.</summary>
internal static class ClientCertificate
{
    private const string AlternativeName = "x509_subject_alternative_name";
    private const string CommonName = "x509_common_name";

    public static AuthContext Read(X509Certificate2? certificate)
    {
        var properties = new Dictionary<string, List<AuthProperty>>(StringComparer.Ordinal);
        if (certificate is null)
        {
            return new AuthContext(peerIdentityPropertyName: null, properties);
        }

        foreach (var name in certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames()))
        {
            Add(AlternativeName, name);
        }

        Add(CommonName, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        return new AuthContext(properties.ContainsKey(AlternativeName) ? AlternativeName : CommonName, properties);

        void Add(string key, string value)
        {
            if (!properties.TryGetValue(key, out var values))
            {
                properties[key] = values = [];
            }

            values.Add(AuthProperty.Create(key, System.Text.Encoding.UTF8.GetBytes(value)));
        }
    }
}
