using System.Numerics;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Appraising.Limits;

namespace Benchmarking.Core.Appraising;

/// <summary>A council's part of the base that a shared amount is split by, such as what it spends on the service now.</summary>
public sealed record AttributionBase(CouncilCode Council, decimal Value);

/// <summary>A council's part: <c>Share</c> of the base in per cent to four places, and <c>Amount</c>.</summary>
public sealed record AttributionPart(CouncilCode Council, decimal Share, decimal Amount);

/// <summary>A split amount; amounts add to it and shares to 100, exactly.</summary>
public sealed record AttributedAmount(decimal Amount, int Decimals, IReadOnlyList<AttributionPart> Parts);

/// <summary>Splits a shared saving or cost in proportion to a base, as the tri-borough plans (June 2011, 3.2) attribute theirs "in
/// proportion to what they spend currently", so that the rounded parts add to the whole.</summary>
public static class Attribution
{
    public const string Rule =
        "Largest remainder (Hamilton): each part is first cut to the places asked for; the units left over go one each to the largest "
        + "remainders, of equal ones to the larger base, then in order of council code. Shares are per cent to four places, by the same "
        + "rule.";

    public const int MostDecimals = 6;
    public const int MostParts = 1_000;

    private const int SharePlaces = 4;
    private const int MostPlaces = 28;

    /// <summary>The parts in the order given. A negative amount is split as the positive one is.</summary>
    public static Appraised<AttributedAmount> Of(decimal amount, int decimals, IReadOnlyList<AttributionBase> parts)
    {
        if (Fault(amount, decimals, parts) is { } problem)
        {
            return problem;
        }

        var amounts = Split(Math.Abs(amount), decimals, parts);
        var shares = Split(100, SharePlaces, parts);
        return new AttributedAmount(
            amount, decimals,
            [.. parts.Select((part, i) => new AttributionPart(part.Council, shares[i], Math.Sign(amount) * amounts[i]))]);
    }

    // Whole numbers throughout: a third of three units is one unit, not 0.999….
    private static decimal[] Split(decimal amount, int decimals, IReadOnlyList<AttributionBase> parts)
    {
        var unit = (decimal)BigInteger.Pow(10, decimals);
        var units = new BigInteger(amount * unit);
        BigInteger[] weights = [.. parts.Select(part => Whole(part.Value))];
        var sum = weights.Aggregate(BigInteger.Zero, BigInteger.Add);
        BigInteger[] quotas = [.. weights.Select(weight => units * weight / sum)];
        BigInteger[] remainders = [.. weights.Select(weight => units * weight % sum)];
        var left = (int)(units - quotas.Aggregate(BigInteger.Zero, BigInteger.Add));
        var next = Enumerable.Range(0, parts.Count)
            .OrderByDescending(i => remainders[i]).ThenByDescending(i => weights[i]).ThenBy(i => parts[i].Council);
        foreach (var i in next.Take(left))
        {
            quotas[i]++;
        }

        return [.. quotas.Select(quota => (decimal)quota / unit)];
    }

    private static BigInteger Whole(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0));
        return digits * BigInteger.Pow(10, MostPlaces - value.Scale);
    }

    private static AppraisalProblem? Fault(decimal amount, int decimals, IReadOnlyList<AttributionBase> parts)
    {
        if (decimals is < 0 or > MostDecimals)
        {
            return new("decimals-out-of-range", Text($"The amount is to be split to {decimals} places: give 0 to {MostDecimals}."));
        }

        if (Math.Round(amount, decimals) != amount)
        {
            return new(
                "amount-finer-than-decimals",
                Text($"Parts of {decimals} places cannot add to {amount}: give more decimals, or an amount of at most {decimals} places."));
        }

        if (parts.Count is 0 or > MostParts)
        {
            return new("base-out-of-range", Text($"The base has {parts.Count} councils: give 1 to {MostParts}."));
        }

        return Amount("The amount", amount) ?? BaseFault(parts);
    }

    private static AppraisalProblem? BaseFault(IReadOnlyList<AttributionBase> parts)
    {
        var repeated = parts.CountBy(part => part.Council).FirstOrDefault(pair => pair.Value > 1);
        return repeated.Value > 1 ? new("council-repeated", $"{repeated.Key} is in the base twice: give each council once.")
            : parts.Select(part => NotNegative($"The base of {part.Council}", part.Value)).FirstOrDefault(problem => problem is not null)
            ?? (parts.All(part => part.Value == 0)
                ? new("base-empty", "The base adds to 0, so there is no proportion: give at least one council a base above 0.")
                : null);
    }
}
