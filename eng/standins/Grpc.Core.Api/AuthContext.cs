namespace Grpc.Core;

/// <summary>What the transport knows of the peer's identity, for example from its TLS certificate.</summary>
/// <remarks>It says who the peer is, never what the peer may do.</remarks>
public class AuthContext
{
    private readonly Dictionary<string, List<AuthProperty>> _properties;

    /// <param name="peerIdentityPropertyName">The property that names the peer, or null for an unknown peer.</param>
    /// <param name="properties">All properties, by name; a name may have several values.</param>
    public AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        PeerIdentityPropertyName = peerIdentityPropertyName;
        _properties = properties;
    }

    public bool IsPeerAuthenticated => PeerIdentityPropertyName is not null;

    /// <summary>The name of the property that identifies the peer; null if the peer is not authenticated.</summary>
    public string? PeerIdentityPropertyName { get; }

    /// <summary>The values of the property that identifies the peer; none if the peer is not authenticated.</summary>
    /// <exception cref="KeyNotFoundException">The property that identifies the peer is missing.</exception>
    public IEnumerable<AuthProperty> PeerIdentity =>
        PeerIdentityPropertyName is null ? [] : _properties[PeerIdentityPropertyName].AsReadOnly();

    public IEnumerable<AuthProperty> Properties => _properties.Values.SelectMany(values => values);

    public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) =>
        _properties.TryGetValue(propertyName, out var values) ? values.AsReadOnly() : [];
}
