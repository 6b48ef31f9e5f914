using Spectre.Console;

namespace Benchmarking.CommandLine.Output;

/// <summary>Prints tables and lines as the place they go to can show them.</summary>
internal sealed class Printer
{
    private readonly TextWriter writer;
    private readonly IAnsiConsole? terminal;
    private readonly Uri? service;

    /// <param name="environment">Where it prints.</param>
    /// <param name="service">The address to which the service's links are added; null where there is none.</param>
    public Printer(ProcessEnvironment environment, Uri? service = null)
    {
        this.service = service;
        writer = environment.Output;
        terminal = environment.OutputIsTerminal ? TerminalOutput.Open(environment, environment.Output) : null;
    }

    public void Blank() => writer.WriteLine();

    public void Line(string text) => Line(text, Style.Plain);

    public void Heading(string text) => Line(text, new Style(decoration: Decoration.Bold));

    public void Line(string text, Style style)
    {
        var plain = PlainText.Of(text);
        if (terminal is null)
        {
            writer.WriteLine(plain);
        }
        else
        {
            terminal.Write(new Text(plain, style));
            terminal.WriteLine();
        }
    }

    /// <summary>An address alone on its line and never wrapped, so that it can be copied whole.</summary>
    public void Link(string? link)
    {
        if (link is not null)
        {
            Line("Link:");
            writer.WriteLine(PlainText.Of(service is not null && Uri.TryCreate(service, link, out var whole) ? whole.AbsoluteUri : link));
        }
    }

    public void Table(TextTable table)
    {
        if (terminal is null)
        {
            PlainTable.Write(table, writer);
        }
        else
        {
            terminal.Write(Framed(table));
        }
    }

    /// <summary>The service's own JSON, byte for byte.</summary>
    public void Json(string json)
    {
        writer.Write(json);
        if (!json.EndsWith('\n'))
        {
            writer.WriteLine();
        }
    }

    // Cells are Text, not markup: a council that calls itself [red] is shown as it calls itself.
    private static Table Framed(TextTable table)
    {
        var framed = new Table { Border = TableBorder.Rounded };
        foreach (var column in table.Columns)
        {
            framed.AddColumn(new TableColumn(new Text(column.Name, new Style(decoration: Decoration.Bold)))
            {
                Alignment = column.IsNumber ? Justify.Right : Justify.Left,
            });
        }

        foreach (var row in table.Rows)
        {
            framed.AddRow(row.Select(cell => new Text(cell)));
        }

        return framed;
    }
}
