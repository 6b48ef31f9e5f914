using DuckDB.NET.Data;

namespace Benchmarking.Performance.Ratios;

/// <summary>The same slices in DuckDB, with as many threads: one statement for each quantity over all slices, as its users write it, and
/// the peers' medians a year at a time, since all pairs at once would not fit into memory.</summary>
internal sealed class DuckRefresh : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly Scale scale;

    public DuckRefresh(Scale scale, int[] nearest)
    {
        this.scale = scale;
        connection.Open();
        Run($"SET threads = {Environment.ProcessorCount}");
        Run("CREATE TABLE near (council INTEGER, peer INTEGER)");
        using var appender = connection.CreateAppender("near");
        for (var i = 0; i < nearest.Length; i++)
        {
            appender.CreateRow().AppendValue(i / Scale.Neighbours).AppendValue(nearest[i]).EndRow();
        }
    }

    /// <summary>Takes all values over, by slice and council.</summary>
    public void FromMemory()
    {
        Run("CREATE TABLE figures (slice INTEGER, council INTEGER, value DOUBLE)");
        using var appender = connection.CreateAppender("figures");
        var row = new long[scale.Councils];
        for (var slice = 0; slice < scale.Slices; slice++)
        {
            Scale.Fill(slice, row);
            for (var i = 0; i < row.Length; i++)
            {
                appender.CreateRow().AppendValue(slice).AppendValue(i).AppendValue(row[i] / 100.0).EndRow();
            }
        }
    }

    public void FromFile(string path) => Run($$"""
        CREATE TABLE figures AS SELECT * FROM read_csv('{{path}}', header = false,
            columns = {'slice': 'INTEGER', 'council': 'INTEGER', 'value': 'DOUBLE'})
        """);

    public SliceResult[] Refresh()
    {
        Run("""
            CREATE OR REPLACE TABLE summaries AS
            SELECT slice, count(*) AS n, avg(value) AS mean, stddev_samp(value) AS deviation,
                quantile_cont(value, [0.25, 0.5, 0.75]) AS q
            FROM figures GROUP BY slice
            """);
        Run("""
            CREATE OR REPLACE TABLE positions AS
            SELECT slice, council,
                100 * (rank() OVER (PARTITION BY slice ORDER BY value) - 1
                    + 0.5 * count(*) OVER (PARTITION BY slice, value)) / n AS percentile,
                CASE WHEN value <= q[1] THEN 1 WHEN value <= q[2] THEN 2 WHEN value <= q[3] THEN 3 ELSE 4 END AS band
            FROM figures JOIN summaries USING (slice)
            """);
        Run("CREATE OR REPLACE TABLE medians (slice INTEGER, council INTEGER, median DOUBLE)");
        for (var year = 0; year < scale.Years; year++)
        {
            Run($"""
                INSERT INTO medians
                SELECT slice, near.council, median(value) FROM near JOIN figures ON near.peer = figures.council
                WHERE slice >= {year * scale.Metrics} AND slice < {(year + 1) * scale.Metrics} GROUP BY slice, near.council
                """);
        }

        return Results();
    }

    public void Dispose() => connection.Dispose();

    private SliceResult[] Results()
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT slice, n::DOUBLE, mean, deviation, q[1], q[2], q[3], p, b, m
            FROM summaries
            JOIN (SELECT slice, sum((council + 1) * percentile)::DOUBLE AS p, sum((council + 1) * band)::DOUBLE AS b
                FROM positions GROUP BY slice) USING (slice)
            JOIN (SELECT slice, sum((council + 1) * median) AS m FROM medians GROUP BY slice) USING (slice)
            """;
        using var reader = command.ExecuteReader();
        var results = new SliceResult[scale.Slices];
        while (reader.Read())
        {
            double At(int column) => reader.GetDouble(column);
            results[reader.GetInt32(0)] = new SliceResult(At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8), At(9));
        }

        return results;
    }

    private void Run(string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
