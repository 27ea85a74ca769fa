using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;

/// <summary>Checks an HTTP rule against the messages of its method.</summary>
/// <remarks>A mistake is an <see cref="InvalidOperationException"/>, which names the rpc and the template.</remarks>
internal sealed class MethodBindingFactory(JsonContract contract, MethodDescriptor method, HttpRule rule)
{
    private string _template = "";

    public MethodBinding Create(out PathTemplate template)
    {
        var (httpMethod, path) = PatternOf();
        _template = path;
        try
        {
            template = PathTemplateParser.Parse(path);
        }
        catch (FormatException exception)
        {
            throw Mistake($"the template cannot be read. {exception.Message} Correct the template; "
                + "the comments of google/api/http.proto have its grammar.", exception);
        }

        var request = contract.PlanOf(method.InputType);
        var (body, bodyField) = BodyOf(request);
        return new MethodBinding
        {
            HttpMethod = httpMethod,
            Route = new TemplateRoute(template),
            Request = request,
            Path = [.. template.Variables.Select(variable => new PathBinding(variable, FieldOf(request, variable)))],
            Body = body,
            BodyField = bodyField,
            ResponseField = ResponseFieldOf(contract.PlanOf(method.OutputType)),
        };
    }

    private (string HttpMethod, string Path) PatternOf() => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
        HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
        HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
        HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
        HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
        HttpRule.PatternOneofCase.Custom => (rule.Custom.Kind, rule.Custom.Path),
        _ => throw Mistake("it has no pattern. Give it one of get, put, post, delete, patch or custom."),
    };

    private FieldPath FieldOf(MessagePlan request, PathVariable variable)
    {
        var path = FieldPath.FindByOriginalNames(request, variable.FieldPath)
            ?? throw Mistake($"the variable '{variable.FieldPath}' is no field of {method.InputType.FullName}. "
                + "Use the name of a field as it is in the .proto file, or add the field.");
        return !path.Field.Field.IsRepeated && FieldText.CanBe(path.Field)
            ? path
            : throw Mistake($"the variable '{variable.FieldPath}' is a repeated field or a message. "
                + "Use a field with a single value, such as a string or a number.");
    }

    private (BodyKind Kind, FieldPath? Field) BodyOf(MessagePlan request)
    {
        if (rule.Body.Length == 0)
        {
            return (BodyKind.None, null);
        }

        if (rule.Body == "*")
        {
            return (BodyKind.Message, null);
        }

        var field = FieldPath.FindByOriginalNames(request, rule.Body);
        return field is not null && !rule.Body.Contains('.')
            ? (BodyKind.Field, field)
            : throw Mistake($"the body '{rule.Body}' is no field of {method.InputType.FullName} itself. "
                + "Use the name of one of its fields, or \"*\" for all.");
    }

    private FieldPlan? ResponseFieldOf(MessagePlan response)
    {
        if (rule.ResponseBody.Length == 0)
        {
            return null;
        }

        return method.OutputType.FindFieldByName(rule.ResponseBody) is { } field
            ? response.PlanOf(field)
            : throw Mistake($"the response_body '{rule.ResponseBody}' is no field of {method.OutputType.FullName} itself. "
                + "Use the name of one of its fields, or leave response_body out for all.");
    }

    private InvalidOperationException Mistake(string problem, Exception? inner = null)
    {
        var rule = _template.Length == 0 ? "The google.api.http rule" : $"The google.api.http rule '{_template}'";
        return new InvalidOperationException($"{rule} of the rpc {method.FullName} cannot be used: {problem}", inner);
    }
}
