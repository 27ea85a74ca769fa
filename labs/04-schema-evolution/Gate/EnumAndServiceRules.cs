using Google.Protobuf.Reflection;

namespace Workshop.Evolution.Gate;

/// <summary>Rules about enums and services.</summary>
internal static class EnumAndServiceRules
{
    private const string KeepCall = "Add another rpc instead, and keep this one.";

    public static readonly Rule[] All =
    [
        new("ENUM_SAME_TYPE", Rule.Source, comparison => comparison.KeptEnums()
            .Where(pair => IsClosed(pair.Before) != IsClosed(pair.After))
            .Select(pair => new Violation(pair.After.File.Name, pair.After.FullName, "is open in one release only.", "Keep enum_type: a closed enum does not keep values that it does not know."))),
        OnDeletedValues("ENUM_VALUE_NO_DELETE", Rule.Source, (_, _) => true),
        OnDeletedValues("ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED", Category.WireJson | Category.Wire, (now, value) => !IsReserved(now, value.Number)),
        OnDeletedValues("ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED", Category.WireJson, (now, value) => !now.ReservedName.Contains(value.Name)),
        new("ENUM_VALUE_SAME_NAME", Rule.Json, FindRenamedValues),
        new("RESERVED_ENUM_NO_DELETE", Rule.All, FindDeletedReserves),
        new("RPC_NO_DELETE", Rule.Source, FindDeletedCalls),
        OnCalls("RPC_SAME_REQUEST_TYPE", call => call.InputType),
        OnCalls("RPC_SAME_RESPONSE_TYPE", call => call.OutputType),
        OnCalls("RPC_SAME_CLIENT_STREAMING", call => call.ClientStreaming ? "a stream of requests" : "one request"),
        OnCalls("RPC_SAME_SERVER_STREAMING", call => call.ServerStreaming ? "a stream of responses" : "one response"),
        OnCalls("RPC_SAME_IDEMPOTENCY_LEVEL", call => $"{call.Options?.IdempotencyLevel ?? MethodOptions.Types.IdempotencyLevel.IdempotencyUnknown}"),
    ];

    private static bool IsClosed(EnumEntry entry) => entry.File.Syntax switch
    {
        "proto3" => false,
        "editions" => (entry.Proto.Options?.Features ?? entry.File.Options?.Features)?.EnumType is FeatureSet.Types.EnumType.Closed,
        _ => true,
    };

    private static Rule OnDeletedValues(string id, Category categories, Func<EnumDescriptorProto, EnumValueDescriptorProto, bool> isBroken) =>
        new(id, categories, comparison => comparison.KeptEnums().SelectMany(pair => pair.Before.Proto.Value
            .Where(value => pair.After.Proto.Value.All(now => now.Number != value.Number) && isBroken(pair.After.Proto, value))
            .Select(value => new Violation(
                pair.After.File.Name, $"{pair.After.FullName}.{value.Name} ({value.Number})", "is deleted.", $"Bring it back, or: reserved {value.Number}; reserved \"{value.Name}\";"))));

    private static bool IsReserved(EnumDescriptorProto type, int number) =>
        type.ReservedRange.Any(range => range.Start <= number && number <= range.End);

    // With allow_alias, a number has several names: none may go.
    private static IEnumerable<Violation> FindRenamedValues(Comparison comparison) => comparison.KeptEnums().SelectMany(pair => pair.Before.Proto.Value
        .Where(value => pair.After.Proto.Value.Where(now => now.Number == value.Number).Select(now => now.Name).ToArray() is { Length: > 0 } names && !names.Contains(value.Name))
        .Select(value => new Violation(
            pair.After.File.Name, $"{pair.After.FullName}.{value.Name} ({value.Number})", "has another name.", "Keep the name: JSON has it. allow_alias can give it a second one.")));

    private static IEnumerable<Violation> FindDeletedReserves(Comparison comparison) => comparison.KeptEnums().SelectMany(pair =>
        pair.Before.Proto.ReservedRange.Where(range => !pair.After.Proto.ReservedRange.Any(now => now.Start <= range.Start && now.End >= range.End))
            .Select(range => $"{range.Start}")
            .Concat(pair.Before.Proto.ReservedName.Except(pair.After.Proto.ReservedName).Select(name => $"\"{name}\""))
            .Select(what => new Violation(pair.After.File.Name, pair.After.FullName, $"reserves {what} no longer.", "Reserve it again: old programs still use it.")));

    private static IEnumerable<Violation> FindDeletedCalls(Comparison comparison) => comparison.KeptServices().SelectMany(pair => pair.Before.Proto.Method
        .Where(call => pair.After.Proto.Method.All(now => now.Name != call.Name))
        .Select(call => new Violation(pair.After.File.Name, $"{pair.After.FullName}/{call.Name}", "is deleted.", "Bring it back: its callers get UNIMPLEMENTED.")));

    private static Rule OnCalls(string id, Func<MethodDescriptorProto, string> value) =>
        new(id, Rule.All, comparison => comparison.KeptServices().SelectMany(pair => pair.Before.Proto.Method
            .Select(call => (Before: call, After: pair.After.Proto.Method.FirstOrDefault(now => now.Name == call.Name)))
            .Where(call => call.After is not null && value(call.Before) != value(call.After))
            .Select(call => new Violation(
                pair.After.File.Name, $"{pair.After.FullName}/{call.Before.Name}", $"changed from {value(call.Before)} to {value(call.After!)}.", KeepCall))));
}
