using System.Text;
using Benchmarking.Functions.CustomHandler;
using static Benchmarking.Functions.Tests.Host.HostPayloads;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>Every form in which hosts send what fired a trigger.</summary>
public sealed class PayloadTests
{
    private const string Slice = "savings-total|2012-13|actual";
    private const string Address = "https://acct.blob.core.windows.net/returns/tameside/2012-13/pop%20data.csv";

    [Theory]
    [InlineData("""{"Metadata":{"Uri":"\"{0}\""}}""")]
    [InlineData("""{"Metadata":{"Uri":"{0}"}}""")]
    [InlineData("""{"Metadata":{"Uri":"\"\\\"{0}\\\"\""}}""")]
    [InlineData("""{"Metadata":"{\"Uri\":\"{0}\"}"}""")]
    [InlineData("""{"metadata":{"uri":"\"{0}\"","name":"\"wrong\"","Properties":"{\"ETag\":{}}"},"data":null}""")]
    public async Task A_blob_is_known_by_its_address_however_often_that_is_encoded(string form) =>
        Assert.Equal(Address, (await Read(form.Replace("{0}", Address, StringComparison.Ordinal))).Blob.AbsoluteUri);

    [Theory]
    [InlineData("""{"Data":{"message":"\"{0}\""}}""")]
    [InlineData("""{"Data":{"message":"{0}"},"Metadata":{"Id":"\"wrong\""}}""")]
    [InlineData("""{"Data":{"any":"\"\\\"{0}\\\"\""}}""")]
    [InlineData("""{"Data":"{\"message\":\"{0}\"}"}""")]
    public async Task A_slice_is_read_from_a_message_however_often_it_is_encoded(string form)
    {
        Assert.True((await Read(form.Replace("{0}", Slice, StringComparison.Ordinal))).TryGetSlice(out var key));
        Assert.Equal(Slice, key.ToString());
    }

    [Fact]
    public async Task A_slice_is_read_from_a_message_sent_as_bytes()
    {
        var text = $$$"""{"Data":{"message":"{{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Slice))}}}"}}""";
        Assert.True((await Read(text)).TryGetSlice(out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_poison_queue_names_the_blob_in_text_or_as_an_object(bool nested)
    {
        const string Json = """{"FunctionId":"F","ContainerName":"returns","BlobName":"a b/c.csv"}""";
        var payload = nested ? $$$"""{"Data":{"message":{{{Json}}}}}""" : Queue(Json);
        Assert.Equal("a b/c.csv", (await Read(payload)).PutAsideBlob);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"Data":{"a":"1","b":"2"},"Metadata":{"Uri":"no address"}}""")]
    [InlineData("""[]""")]
    public async Task What_says_nothing_is_refused(string payload)
    {
        var read = await Read(payload);
        Assert.Throws<InvalidDataException>(() => read.Blob);
        Assert.Throws<InvalidDataException>(() => read.Message);
    }

    [Fact]
    public async Task Thirty_megabytes_of_content_are_let_go_and_the_rest_is_read()
    {
        var body = Encoding.UTF8.GetBytes(Blob(new Uri(Address), new byte[30_000_000], "name"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var payload = await PayloadReader.Read(new MemoryStream(body), TestContext.Current.CancellationToken);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4_000_000);
        Assert.Equal(Address, payload.Blob.AbsoluteUri);
    }

    [Fact]
    public async Task A_long_text_is_cut_between_characters_wherever_its_escapes_and_bytes_fall()
    {
        for (var shift = 0; shift < 13; shift++)
        {
            var text = new string('a', PayloadReader.LongestText - shift) + "\\u00e9\\\"é\\\\\\ud83d\\ude00" + new string('€', 50_000) + "\\\"end";
            var payload = await Read($$$"""{"Data":{"upload":"{{{text}}}"},"Metadata":{"Uri":"{{{Address}}}"}}""");
            Assert.Equal(Address, payload.Blob.AbsoluteUri);
        }
    }

    [Fact]
    public async Task A_payload_that_is_all_small_texts_has_a_limit_too() =>
        await Assert.ThrowsAsync<InvalidDataException>(
            () => Read("{\"Data\":{" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"\"k{i}\":1,")) + "\"z\":1}}"));

    private static Task<TriggerPayload> Read(string payload) =>
        PayloadReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(payload)), TestContext.Current.CancellationToken);
}
