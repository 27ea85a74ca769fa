using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>Metadata is a list in which a key may occur again.</summary>
/// <remarks>
/// Source: API reference of <c>Metadata</c> (https://grpc.github.io/grpc/csharp/api/Grpc.Core.Metadata.html) and
/// grpc/grpc pull request 27383 (lookup). The reference does not say what a change during <c>GetAll</c> does: the
/// official package goes on by position.
/// </remarks>
public sealed class MetadataTests
{
    [Theory]
    [InlineData("key")]
    [InlineData("KEY")]
    public void Looking_up_a_key_gives_the_last_entry_whatever_the_case(string key)
    {
        var metadata = new Metadata { { "key", "first" }, { "other", "x" }, { "Key", "last" } };

        Assert.Equal("last", metadata.GetValue(key));
        Assert.Same(metadata[2], metadata.Get(key));
        Assert.Equal(["first", "last"], metadata.GetAll(key).Select(entry => entry.Value));
    }

    [Fact]
    public void Looking_up_all_entries_tolerates_a_change_between_steps()
    {
        var metadata = new Metadata { { "key", "first" }, { "key", "second" } };
        var seen = new List<string>();

        foreach (var entry in metadata.GetAll("key"))
        {
            seen.Add(entry.Value);
            if (seen.Count == 1)
            {
                metadata.Add("key", "third");
            }
        }

        Assert.Equal(["first", "second", "third"], seen);
    }

    [Fact]
    public void Looking_up_a_key_that_is_not_there_gives_null()
    {
        var metadata = new Metadata { { "key", "value" } };

        Assert.Null(metadata.Get("other"));
        Assert.Null(metadata.GetValue("other"));
        Assert.Null(metadata.GetValueBytes("other"));
        Assert.Empty(metadata.GetAll("other"));
    }

    [Fact]
    public void Looking_up_the_text_of_bytes_throws()
    {
        var metadata = new Metadata { { "key-bin", [1] } };

        Assert.Equal([1], metadata.GetValueBytes("key-bin"));
        Assert.Throws<InvalidOperationException>(() => metadata.GetValue("key-bin"));
    }

    [Fact]
    public void It_is_a_list_of_entries()
    {
        var entry = new Metadata.Entry("b", "2");
        var metadata = new Metadata { { "a", "1" }, { "c", "3" } };

        metadata.Insert(1, entry);
        metadata.RemoveAt(2);
        metadata[0] = new Metadata.Entry("z", "0");

        Assert.Equal(["z", "b"], metadata.Select(item => item.Key));
        Assert.Equal(1, metadata.IndexOf(entry));
        Assert.Contains(entry, metadata);
        Assert.True(metadata.Remove(entry));
        Assert.Single(metadata);
    }

    [Fact]
    public void The_empty_metadata_is_read_only()
    {
        var entry = new Metadata.Entry("key", "value");

        Assert.True(Metadata.Empty.IsReadOnly);
        Assert.False(new Metadata().IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add(entry));
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("key", "value"));
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Insert(0, entry));
        Assert.Throws<InvalidOperationException>(Metadata.Empty.Clear);
        Assert.Empty(Metadata.Empty);
    }
}
