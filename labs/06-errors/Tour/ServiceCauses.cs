using Grpc.Core;

namespace Workshop.Errors.Tour;

/// <summary>All codes, as a service chooses them.</summary>
internal static class ServiceCauses
{
    public static IEnumerable<Experiment> All { get; } = Enum.GetValues<StatusCode>().Select(code => new Experiment(
        Maker.You, "the service chose it", code, tour => Surroundings.EndCallAsync(tour.Server, new() { Code = (int)code })));
}
