namespace Benchmarking.Core.Statistics;

/// <summary>The values of a group sorted once, each known by its place among them: quartiles, percentile ranks and bands of all members
/// come of one sort. It is filled again for the next group of the same size without new memory; one thread at a time.</summary>
public sealed class Ranking
{
    private readonly double[] keys;
    private readonly decimal[] percentiles;

    /// <summary>For groups of so many members.</summary>
    public Ranking(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        (keys, percentiles) = (new double[count], new decimal[(2 * count) + 1]);
        (Sorted, Members, Places) = (new decimal[count], new int[count], new int[count]);
        for (var halves = 0; halves < percentiles.Length; halves++)
        {
            percentiles[halves] = 100m * (0.5m * halves) / count;
        }
    }

    /// <summary>The values from the lowest up.</summary>
    public decimal[] Sorted { get; }

    /// <summary>Whose value stands at each place.</summary>
    public int[] Members { get; }

    /// <summary>The place of each member's value, from 0; members with one value stand beside each other.</summary>
    public int[] Places { get; }

    /// <summary>Sorts the values of the members, as many as the ranking is for.</summary>
    public void Fill(ReadOnlySpan<decimal> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, keys.Length);
        for (var i = 0; i < values.Length; i++)
        {
            (keys[i], Members[i]) = ((double)values[i], i);
        }

        Array.Sort(keys, Members);
        for (var place = 0; place < values.Length; place++)
        {
            Put(values[Members[place]], Members[place], place);
        }

        for (var place = 0; place < values.Length; place++)
        {
            Places[Members[place]] = place;
        }
    }

    /// <summary>The percentile of each member by mid-rank, as <see cref="PercentileRank.MidRank"/> has it.</summary>
    public void Percentiles(Span<decimal> ofMembers)
    {
        for (var first = 0; first < Sorted.Length;)
        {
            var next = first + 1;
            while (next < Sorted.Length && Sorted[next] == Sorted[first])
            {
                next++;
            }

            var percentile = percentiles[first + next];
            for (; first < next; first++)
            {
                ofMembers[Members[first]] = percentile;
            }
        }
    }

    /// <summary>The quarter of each member, as <see cref="Quartiles.BandOf"/> has it.</summary>
    public void Bands(Quartiles quartiles, Span<byte> ofMembers)
    {
        ArgumentNullException.ThrowIfNull(quartiles);
        for (var place = 0; place < Sorted.Length; place++)
        {
            ofMembers[Members[place]] = (byte)quartiles.BandOf(Sorted[place]);
        }
    }

    /// <summary>The median of some members' values; <paramref name="room"/> is as long as they are many and is written over.</summary>
    public decimal MedianOf(ReadOnlySpan<int> members, Span<int> room)
    {
        for (var i = 0; i < members.Length; i++)
        {
            room[i] = Places[members[i]];
        }

        room.Sort();
        var middle = Sorted[room[members.Length / 2]];
        if (members.Length % 2 == 1)
        {
            return middle;
        }

        var below = Sorted[room[(members.Length / 2) - 1]];
        return below + (0.5m * (middle - below));
    }

    /// <summary>Floating point told values apart as far as it can: what is still out of order moves down.</summary>
    private void Put(decimal value, int member, int place)
    {
        while (place > 0 && Sorted[place - 1] > value)
        {
            (Sorted[place], Members[place]) = (Sorted[place - 1], Members[place - 1]);
            place--;
        }

        (Sorted[place], Members[place]) = (value, member);
    }
}
