using Google.Api;
using Workshop.Standins.V1;

namespace Workshop.Standins.Tests.GoogleApiCommonProtos;

/// <summary>A .proto file of ours imports those of the package, and its options are read with the package's extensions.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void A_method_has_its_http_rule()
    {
        var rule = FailureService.Descriptor.FindMethodByName("Fail").GetOptions()
            .GetExtension(AnnotationsExtensions.Http);

        Assert.Equal(HttpRule.PatternOneofCase.Post, rule.PatternCase);
        Assert.Equal("/v1/failures/{code}", rule.Post);
        Assert.Equal("*", rule.Body);
        Assert.Equal(
            new CustomHttpPattern { Kind = "FAIL", Path = "/v1/failures" }, Assert.Single(rule.AdditionalBindings).Custom);
    }

    [Fact]
    public void A_method_without_options_has_no_http_rule() =>
        Assert.Null(FailureService.Descriptor.FindMethodByName("FailOtherwise").GetOptions()
            ?.GetExtension(AnnotationsExtensions.Http));

    [Fact]
    public void A_service_and_a_method_tell_client_libraries_what_to_do()
    {
        var service = FailureService.Descriptor.GetOptions();
        var method = FailureService.Descriptor.FindMethodByName("Fail").GetOptions();

        Assert.Equal("failures.workshop.example", service.GetExtension(ClientExtensions.DefaultHost));
        Assert.Equal("v1", service.GetExtension(ClientExtensions.ApiVersion));
        Assert.Equal(["code,message", "code"], method.GetExtension(ClientExtensions.MethodSignature));
    }

    [Fact]
    public void A_field_tells_how_it_is_used()
    {
        var options = Failure.Descriptor.FindFieldByName("name").GetOptions();

        Assert.Equal(
            [FieldBehavior.Required, FieldBehavior.Identifier],
            options.GetExtension(FieldBehaviorExtensions.FieldBehavior));
        Assert.Equal(
            "failures.workshop.example/Failure", options.GetExtension(ResourceExtensions.ResourceReference).Type);
    }

    [Fact]
    public void A_message_tells_which_resource_it_is()
    {
        var resource = Failure.Descriptor.GetOptions().GetExtension(ResourceExtensions.Resource);

        Assert.Equal("failures/{failure}", Assert.Single(resource.Pattern));
        Assert.Equal(ResourceDescriptor.Types.Style.DeclarativeFriendly, Assert.Single(resource.Style));
    }
}
