using System.Buffers;
using System.Text.Json;
using Google.Api;
using Google.Protobuf;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;

/// <summary>Makes the request message of a call: from the body, then the path, then the query.</summary>
internal sealed class RequestBinder(JsonContract contract, MethodBinding binding)
{
    // A query can name fields in fields without an end, where a message contains itself.
    private const int MaxQueryDepth = JsonContract.MaxDepth;

    private readonly MessageReader _reader = new(contract);
    // Most parameters are fields of the request itself: those are found once. Null: the field has its value elsewhere.
    private readonly Dictionary<string, FieldPath?> _parameters = FindParameters(contract, binding);
    private readonly bool _isBodyRaw = binding.Body switch
    {
        BodyKind.Message => binding.Request.Descriptor == HttpBody.Descriptor,
        BodyKind.Field => IsHttpBody(binding.BodyField!.Field),
        _ => false,
    };

    public async ValueTask<IMessage> BindAsync(HttpContext context)
    {
        var message = binding.Body switch
        {
            BodyKind.None => binding.Request.CreateMessage(),
            _ when _isBodyRaw => await ReadRawBodyAsync(context.Request),
            _ => await ReadJsonBodyAsync(context.Request),
        };
        BindPath(context, message);
        if (binding.Body != BodyKind.Message)
        {
            BindQuery(context.Request.Query, message);
        }

        return message;
    }

    private static bool IsHttpBody(FieldPlan field) => !field.Field.IsRepeated
        && field.Value.Kind == ValueKind.Message && field.Value.Message.Descriptor == HttpBody.Descriptor;

    private async ValueTask<IMessage> ReadRawBodyAsync(HttpRequest request)
    {
        using var content = await RequestBody.ReadBytesAsync(request);
        var body = new HttpBody
        {
            ContentType = request.ContentType ?? "",
            Data = UnsafeByteOperations.UnsafeWrap(content.Content.ToArray()),
        };
        if (binding.Body == BodyKind.Message)
        {
            return body;
        }

        var message = binding.Request.CreateMessage();
        binding.BodyField!.Field.Accessor.SetValue(message, body);
        return message;
    }

    private async ValueTask<IMessage> ReadJsonBodyAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new InvalidRequestException("Request content-type of application/json is required.");
        }

        using var body = await RequestBody.ReadTextAsync(request);
        return ReadJson(body.Content);
    }

    private IMessage ReadJson(ReadOnlySequence<byte> content)
    {
        try
        {
            var reader = content.IsSingleSegment
                ? new Utf8JsonReader(content.FirstSpan, JsonContract.ReaderOptions)
                : new Utf8JsonReader(content, JsonContract.ReaderOptions);
            reader.Read();
            IMessage message;
            if (binding.Body == BodyKind.Message)
            {
                message = _reader.ReadMessage(ref reader, binding.Request);
            }
            else
            {
                message = binding.Request.CreateMessage();
                _reader.ReadField(ref reader, message, binding.BodyField!.Field);
            }

            // Anything after the value is found here.
            reader.Read();
            return message;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader answers text that is no UTF-8 with an InvalidOperationException.
            throw new InvalidRequestException("Request JSON payload is not correctly formatted.", exception);
        }
    }

    private void BindPath(HttpContext context, IMessage message)
    {
        foreach (var (variable, field) in binding.Path)
        {
            FieldText.Set(message, field, binding.Route.ValueOf(variable, context.Request.RouteValues));
        }
    }

    private void BindQuery(IQueryCollection query, IMessage message)
    {
        if (query.Count == 0)
        {
            return;
        }

        foreach (var (name, values) in query)
        {
            if (!_parameters.TryGetValue(name, out var field) && name.Contains('.'))
            {
                field = FindParameter(binding, name);
            }

            if (field is not null)
            {
                BindParameter(message, name, values, field);
            }
        }
    }

    private static Dictionary<string, FieldPath?> FindParameters(JsonContract contract, MethodBinding binding) =>
        binding.Request.FieldNames.ToDictionary(
            name => name, name => FindParameter(binding, name), contract.PropertyNames);

    private static FieldPath? FindParameter(MethodBinding binding, string name) =>
        FieldPath.FindByAnyNames(binding.Request, name) is { } field && !IsBoundOtherwise(binding, field) ? field : null;

    private static bool IsBoundOtherwise(MethodBinding binding, FieldPath field) =>
        (binding.BodyField is { } body && field.IsWithin(body)) || binding.Path.Any(path => field.IsWithin(path.Field));

    private static void BindParameter(IMessage message, string name, StringValues values, FieldPath field)
    {
        if (name.AsSpan().Count('.') > MaxQueryDepth)
        {
            throw new InvalidRequestException($"A query parameter names more than {MaxQueryDepth} fields within each other.");
        }

        if (field.Field.Field is { IsRepeated: true, IsMap: false })
        {
            FieldText.Add(message, field, values);
        }
        else if (values.Count == 1)
        {
            FieldText.Set(message, field, values[0] ?? "");
        }
        else
        {
            throw new InvalidRequestException(
                $"The query has {values.Count} values for '{name}', but the field is not repeated. Send one.");
        }
    }
}
