namespace Benchmarking.Core.Checking;

/// <summary>A number as a council wrote it. <c>Value</c> is in the row's unit; <c>Slack</c> is half a unit of the last place stated
/// (7.2 has 0.05, £1.2m has 50,000), which is how far the true figure may lie from it.</summary>
public sealed partial record FiledNumber(string AsFiled, decimal Value, decimal Slack);
