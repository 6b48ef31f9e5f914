using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking.Datasets;

public sealed class ShippedDatasetTests
{
    public static TheoryData<string> Files { get; } = [.. Dataset.Shipped];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_dataset_that_ships_is_accepted_and_nothing_is_asked_about_it(string file)
    {
        var result = Dataset.Check(file);
        Assert.Equal([], Dataset.Found(result));
        Assert.Equal(ReturnStatus.Accepted, result.Status);
    }
}
