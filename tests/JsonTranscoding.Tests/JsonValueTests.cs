using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>The JSON of each kind of field: the JSON mapping of Protobuf, with what transcoding does otherwise.</summary>
public sealed class JsonValueTests(EchoServer echo)
{
    [Theory]
    [InlineData("""{"text":"a","flag":true,"small":-1,"bigPositive":1,"single":0.1,"real":1.5,"data":"AQID"}""")]
    [InlineData("""{"small":2147483647,"big":9223372036854775807,"smallPositive":4294967295,"bigPositive":18446744073709551615}""")]
    [InlineData("""{"small":-2147483648,"big":-9223372036854775808,"bigZigzag":-1,"fixedSmall":1,"fixedBig":-1}""")]
    [InlineData("""{"single":"NaN","real":"-Infinity"}""")]
    [InlineData("""{"level":"LOG_LEVEL_ERROR","levels":["PLAIN","LOG_LEVEL_UNSPECIFIED"]}""")]
    [InlineData("""{"user":{"id":"u1","address":{"city":"Bern"}},"users":[{"id":"u2"},{}]}""")]
    [InlineData("""{"user":{}}""")]
    [InlineData("""{"texts":["a","","b"],"numbers":[0,1]}""")]
    [InlineData("""{"labels":{"b":"1","a":""},"usersByNumber":{"-1":{"id":"u1"}},"counts":{"true":1,"false":0}}""")]
    [InlineData("""{"maybe":0}""")]
    [InlineData("""{"choiceText":""}""")]
    [InlineData("""{"choiceUser":{"id":"u1"}}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05.000000006Z","took":"-1.500s","mask":"user.name,text"}""")]
    [InlineData("""{"open":{"a":null,"b":[1,"x",true,{"c":{}}]},"anyJson":"x","list":[1,[2]]}""")]
    [InlineData("""{"anyJson":null}""")]
    [InlineData("""{"anyJson":{"a":1.5}}""")]
    [InlineData("""{"wrappedText":"","wrappedBig":0,"wrappedFlag":false,"wrappedData":"","wrappedNumbers":[0,1]}""")]
    [InlineData("""{"otherName":"a","inner":{"text":"b"}}""")]
    [InlineData("""{"values":{"a":null,"b":1}}""")]
    [InlineData("""{"any":{"@type":"type.googleapis.com/workshop.transcoding.v1.User","id":"u1","address":{"city":"Bern"}}}""")]
    [InlineData("""{"any":{"@type":"type.googleapis.com/google.protobuf.Duration","value":"1s"}}""")]
    [InlineData("""{"any":{"@type":"type.googleapis.com/google.protobuf.Int32Value","value":7}}""")]
    [InlineData("""{"any":{"@type":"x/google.protobuf.Any","value":{"@type":"x/workshop.transcoding.v1.User","id":"u1"}}}""")]
    [InlineData("""{"text":"<é\u0000\u001F\\\"\n/'&>"}""")]
    public async Task What_is_read_is_written_again(string json)
    {
        var answer = await echo.Server.PostAsync("/v1/whole", json);

        Assert.Equal(200, answer.Code);
        Assert.Equal(json, answer.Text);
    }

    [Theory]
    [InlineData("""{"big":"9007199254740993","bigPositive":"1","small":"-7","real":"1.5"}""", """{"small":-7,"big":9007199254740993,"bigPositive":1,"real":1.5}""")]
    [InlineData("""{"level":2,"levels":[1,77]}""", """{"level":"LOG_LEVEL_ERROR","levels":["LOG_LEVEL_INFO",77]}""")]
    [InlineData("""{"small_positive":1,"renamed":"a","users_by_number":{"1":{}}}""", """{"smallPositive":1,"usersByNumber":{"1":{}},"otherName":"a"}""")]
    [InlineData("""{"flag":true,"text":"a"}""", """{"text":"a","flag":true}""")]
    [InlineData("""{"text":null,"user":null,"texts":null,"labels":null,"wrappedBig":null,"at":null,"choiceText":null,"maybe":null}""", "{}")]
    [InlineData("""{"noSuchField":{"a":[1,{}]},"text":"a","@type":"x"}""", """{"text":"a"}""")]
    [InlineData("""{"Text":"a"}""", "{}")]
    [InlineData("""{"text":"a","text":"b"}""", """{"text":"b"}""")]
    [InlineData("""{"labels":{"a":"1","a":"2"}}""", """{"labels":{"a":"2"}}""")]
    [InlineData("""{"any":{"id":"u1","@type":"x/workshop.transcoding.v1.User"}}""", """{"any":{"@type":"x/workshop.transcoding.v1.User","id":"u1"}}""")]
    [InlineData("""{"at":"2026-01-02T05:04:05+02:00"}""", """{"at":"2026-01-02T03:04:05Z"}""")]
    [InlineData("""{ "text" : "\u0061\/" , "numbers" : [ 1 , 2 ] }""", """{"text":"a/","numbers":[1,2]}""")]
    [InlineData("""{"real":1e3,"single":16777217}""", """{"single":16777216,"real":1000}""")]
    [InlineData("""{"text":"😀"}""", """{"text":"\uD83D\uDE00"}""")]
    [InlineData("""{"choiceText":null,"choiceNumber":7}""", """{"choiceNumber":7}""")]
    public async Task Other_forms_are_read_too(string json, string expected)
    {
        var answer = await echo.Server.PostAsync("/v1/whole", json);

        Assert.Equal((200, expected), (answer.Code, answer.Text));
    }

    [Theory]
    [InlineData("""{"text":1}""")]
    [InlineData("""{"text":{}}""")]
    [InlineData("""{"text":["a"]}""")]
    [InlineData("""{"flag":"true"}""")]
    [InlineData("""{"flag":1}""")]
    [InlineData("""{"small":2147483648}""")]
    [InlineData("""{"small":1.5}""")]
    [InlineData("""{"small":true}""")]
    [InlineData("""{"small":""}""")]
    [InlineData("""{"smallPositive":-1}""")]
    [InlineData("""{"bigPositive":18446744073709551616}""")]
    [InlineData("""{"real":"one"}""")]
    [InlineData("""{"real":1e999}""")]
    [InlineData("""{"data":"***"}""")]
    [InlineData("""{"texts":"a"}""")]
    [InlineData("""{"texts":["a",null]}""")]
    [InlineData("""{"numbers":[1,null]}""")]
    [InlineData("""{"users":[null]}""")]
    [InlineData("""{"labels":[]}""")]
    [InlineData("""{"labels":{"a":null}}""")]
    [InlineData("""{"counts":{"yes":1}}""")]
    [InlineData("""{"usersByNumber":{"one":{}}}""")]
    [InlineData("""{"user":"u1"}""")]
    [InlineData("""{"user":[]}""")]
    [InlineData("""{"open":[]}""")]
    [InlineData("""{"list":{}}""")]
    [InlineData("""{"at":1}""")]
    [InlineData("""{"any":"x"}""")]
    public async Task Json_of_another_type_is_malformed(string json)
    {
        var answer = await echo.Server.PostAsync("/v1/whole", json);

        Refused.AssertMalformed(answer);
    }

    [Theory]
    [InlineData("""{"level":"LOUD"}""", "LOUD")]
    [InlineData("""{"level":"log_level_error"}""", "log_level_error")]
    [InlineData("""{"at":"yesterday"}""", "yesterday")]
    [InlineData("""{"took":"1"}""", "google.protobuf.Duration")]
    [InlineData("""{"mask":"user_name"}""", "google.protobuf.FieldMask")]
    [InlineData("""{"choiceText":"a","choiceNumber":1}""", "choice")]
    [InlineData("""{"choiceText":"a","choiceText":"b"}""", "choice")]
    [InlineData("""{"any":{}}""", "@type")]
    [InlineData("""{"any":{"@type":"x/no.such.Type"}}""", "no.such.Type")]
    [InlineData("""{"any":{"@type":"x/google.protobuf.Duration"}}""", "value")]
    public async Task What_the_message_cannot_take_is_named(string json, string named)
    {
        var answer = await echo.Server.PostAsync("/v1/whole", json);

        Refused.AssertInvalid(answer);
        Assert.Contains(named, answer.Text, StringComparison.Ordinal);
    }
}
