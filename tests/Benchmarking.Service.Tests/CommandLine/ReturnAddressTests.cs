using Benchmarking.CommandLine.Files;

namespace Benchmarking.Service.Tests.CommandLine;

public class ReturnAddressTests
{
    [Theory]
    [InlineData("hackney/2012-13/savings.csv", "hackney/2012-13/savings.csv")]
    [InlineData("/some/where/tower-hamlets/1999-00/activity.xlsx", "tower-hamlets/1999-00/activity.xlsx")]
    [InlineData(@"C:\returns\Hackney\2012-13\Budget.CSV", "hackney/2012-13/budget.csv")]
    public void The_last_three_parts_of_a_path_say_whose_return_it_is(string path, string blob)
    {
        Assert.True(ReturnAddress.TryParse(path, out var address, out _));
        Assert.Equal(blob, address.BlobName);
    }

    [Theory]
    [InlineData("savings.csv", "year")]
    [InlineData("2012-13/savings.csv", "council")]
    [InlineData("hackney/2012-13/savings.pdf", ".csv or .xlsx")]
    [InlineData("hackney/2012-13/savings", ".csv or .xlsx")]
    [InlineData("hackney/2012-13/thrift.csv", "kind")]
    [InlineData("hackney/2012-14/savings.csv", "year")]
    [InlineData("hackney/2012-13\n/savings.csv", "year")]
    [InlineData("hackney/２０１２-13/savings.csv", "year")]
    [InlineData("../2012-13/savings.csv", "council")]
    [InlineData("hack ney/2012-13/savings.csv", "council")]
    [InlineData("hackney\u202e/2012-13/savings.csv", "council")]
    [InlineData("", ".csv or .xlsx")]
    public void A_path_that_does_not_say_it_is_refused_with_the_reason(string path, string reason)
    {
        Assert.False(ReturnAddress.TryParse(path, out _, out var fault));
        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }
}
