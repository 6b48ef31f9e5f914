using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

/// <summary>Messages are read aloud by officers: numbers and articles agree with what stands beside them.</summary>
public sealed class MessageWordsTests
{
    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(2, "2 rows")]
    [InlineData(1250, "1,250 rows")]
    public void One_is_spoken_of_in_the_singular(int count, string words) => Assert.Equal(words, Counted.Of(count, "row"));

    [Fact]
    public void A_plural_of_its_own_is_given() => Assert.Equal("3 queries", Counted.Of(3, "query", "queries"));

    /// <summary>A kind of return may begin with a vowel.</summary>
    [Fact]
    public void No_message_puts_an_article_before_a_word_that_is_filled_in() => Assert.DoesNotContain(
        FindingCatalogue.All, finding => $" {finding.Sentence} {finding.Action}".Contains(" a {", StringComparison.OrdinalIgnoreCase));
}
