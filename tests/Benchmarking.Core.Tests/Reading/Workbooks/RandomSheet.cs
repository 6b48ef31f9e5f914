using System.Globalization;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

/// <summary>A cell of a random sheet: what the workbook holds, in which number format, and the text that Excel shows and saves to CSV,
/// which is worked out by .NET's own number formats.</summary>
internal sealed record RandomCell(object? Held, string Code, string Shown)
{
    public static RandomCell Blank { get; } = new(null, "", "");

    public static RandomCell Of(string text) => new(text, "", text);

    public static RandomCell Of(bool truth) => new(truth, "", truth ? "TRUE" : "FALSE");

    /// <summary>The number as its format shows it; <paramref name="net"/> is the format in .NET's words where they differ.</summary>
    public static RandomCell Of(decimal number, string code, string? net = null) =>
        new(number, code, number.ToString(net ?? (code.Length == 0 ? "0.##########" : code), CultureInfo.InvariantCulture));

    public static RandomCell Of(DateOnly date, string code, string net) =>
        new(date, code, date.ToString(net, CultureInfo.InvariantCulture));
}

/// <summary>A return as an officer may have it in Excel, good or with slips, of one of the four kinds.</summary>
internal sealed class RandomSheet(Random random)
{
    private static readonly (string Code, string? Net)[] Formats =
    [
        ("", null), ("0", null), ("0.0", null), ("0.00", null), ("#,##0", null), ("#,##0.00", null), ("\"£\"#,##0.00", null),
            ("[$£-809]#,##0", "\"£\"#,##0"),
        ("#,##0;(#,##0)", null), ("#,##0.00_);[Red](#,##0.00)", "#,##0.00 ;(#,##0.00)"),
            ("_-\"£\"* #,##0_-;-\"£\"* #,##0_-;_-\"£\"* \"-\"_-;_-@_-", " £#,##0 ;-£#,##0 "),
        ("0.0##", null), ("00000", null),
    ];

    private static readonly string[] Notes = ["", "", "plain", "with, comma", "with \"quotes\"", "two\nlines", "£5m – ¾", "=1+2",
        " spaces ", "semi;colon"];

    public ReturnKind Kind { get; } = (ReturnKind)random.Next(4);

    public IReadOnlyList<IReadOnlyList<RandomCell>> Rows { get; private set; } = [];

    public static RandomSheet Made(int seed)
    {
        var sheet = new RandomSheet(new Random(seed));
        sheet.Make();
        return sheet;
    }

    public string Csv() => string.Concat(Rows.Select(row => string.Join(',', row.Select(cell => Quoted(cell.Shown))) + "\r\n"));

    private void Make()
    {
        string[] columns = [.. ReturnLayout.For(Kind).Columns.Where(column => column.Required || random.Next(2) == 0)
            .Select(column => column.Name)];
        if (Kind == ReturnKind.Activity)
        {
            columns = [.. columns.Append("value").Distinct()
                .Where(column => column is not ("numerator" or "denominator" or "client_group"))];
        }

        random.Shuffle(columns);
        List<IReadOnlyList<RandomCell>> rows = [[.. columns.Select(RandomCell.Of)]];
        var slips = random.Next(3) == 0;
        for (var i = 0; i < random.Next(1, 8); i++)
        {
            var slipped = slips && random.Next(2) == 0 ? columns[random.Next(columns.Length)] : "";
            var unit = Unit(i);
            rows.Add([.. columns.Select(column => column == slipped ? Slip(column) : Good(column, i, unit))]);
            if (random.Next(12) == 0)
            {
                rows.Add([.. columns.Select(_ => RandomCell.Blank)]);
            }
        }

        Rows = rows;
    }

    private string Unit(int row) => Kind switch
    {
        ReturnKind.Savings => row == 0 ? "percent_of_net_budget" : "gbp",
        ReturnKind.Budget => "gbp",
        _ => row % 2 == 0 ? "count" : "percent",
    };

    private RandomCell Good(string column, int row, string unit) => column switch
    {
        "financial_year" => RandomCell.Of(random.Next(2) == 0 ? "2012-13" : "2012/13"),
        "category" => RandomCell.Of(row == 0 ? "total" : Pick("prevention", "other", "Managing Demand", "reducing-bureaucracy")),
        "measure" => RandomCell.Of(Measure(row)),
        "amount" or "value" => unit.StartsWith("percent", StringComparison.Ordinal) ? Percentage() : unit == "count" ? Count() : Money(),
        "one_off_cost" => random.Next(2) == 0 ? RandomCell.Blank : Money(),
        "quantity" => Count(),
        "unit_price" => Money(),
        "unit" => RandomCell.Of(unit),
        "status" => RandomCell.Of(Pick("actual", "Actual", "projected")),
        "subcategory" when row == 0 => RandomCell.Blank,
        "subcategory" or "service" or "provider" or "quantity_unit" or "description" =>
            RandomCell.Of($"{column} {row} {Pick("a", "b, c", "d \"e\"")}"),
        "note" => RandomCell.Of(Notes[random.Next(Notes.Length)]),
        _ => RandomCell.Blank,
    };

    private string Measure(int row) => Kind == ReturnKind.Budget
        ? new[] { "net_budget", "gross_budget", "net_spend", "gross_spend", "council_net_budget" }[row % 5]
        : row % 2 == 0 ? new[] { "referrals", "annual_reviews", "customer_contacts", "care_home_placements" }[row / 2 % 4]
        : new[] { "personal_budget_coverage", "would_recommend_service", "would_recommend_provider", "annual_reviews_held" }[row / 2 % 4];

    private RandomCell Money()
    {
        var (code, net) = Formats[random.Next(Formats.Length)];
        // Amounts of two decimals, some of which the format rounds; none so small that it vanishes.
        return RandomCell.Of(random.Next(10_000, 900_000_000) / 100m, code, net);
    }

    private RandomCell Count() => RandomCell.Of(random.Next(1, 100_000), Pick("", "0", "#,##0"));

    private RandomCell Percentage() => random.Next(3) switch
    {
        0 => RandomCell.Of(random.Next(10, 200) / 10m, Pick("", "0.0", "0.00")),
        1 => RandomCell.Of(random.Next(100, 2000) / 10_000m, Pick("0.0%", "0.00%")),
        _ => RandomCell.Of($"{random.Next(1, 20)}%"),
    };

    /// <summary>What goes wrong in Excel. What a workbook alone can know, such as scaled formats, is not among it.</summary>
    private RandomCell Slip(string column) => column switch
    {
        "financial_year" => random.Next(3) switch
        {
            0 => RandomCell.Of(new DateOnly(2011, 12, 1), "mmm-yy", "MMM-yy"),
            1 => RandomCell.Of(40_878m, ""),
            _ => RandomCell.Of("2012-14"),
        },
        "amount" or "value" or "quantity" or "unit_price" or "one_off_cost" => random.Next(9) switch
        {
            0 => RandomCell.Of(new DateOnly(2012, 4, 1), "dd/mm/yyyy", "dd/MM/yyyy"),
            1 => RandomCell.Of(new DateOnly(2012, 4, 1), "d mmm yyyy", "d MMM yyyy"),
            2 => RandomCell.Of(12m, "\"£\"0%"),
            3 => RandomCell.Of(truth: true),
            4 => RandomCell.Of("tbc"),
            5 => RandomCell.Of("1,23,4"),
            6 => RandomCell.Of(1_234_567m, "0.00E+00"),
            7 => RandomCell.Of("2-3"),
            _ => column == "one_off_cost" ? RandomCell.Of("n/a") : RandomCell.Blank,
        },
        "note" or "description" => RandomCell.Of(5m, "0.00"),
        _ => RandomCell.Of(random.Next(2) == 0 ? "" : "nonsense"),
    };

    private string Pick(params ReadOnlySpan<string> words) => words[random.Next(words.Length)];

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
