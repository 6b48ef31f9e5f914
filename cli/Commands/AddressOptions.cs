using System.CommandLine;
using Benchmarking.CommandLine.Files;

namespace Benchmarking.CommandLine.Commands;

/// <summary>Says whose return a file is when its path does not.</summary>
internal sealed class AddressOptions
{
    private readonly Option<string?> council = new("--council")
    {
        Description = "Whose return it is, when the path does not say.",
    };

    private readonly Option<string?> year = new("--year") { Description = "Its financial year, such as 2012-13." };

    private readonly Option<string?> kind = new("--kind") { Description = "savings, budget, activity or prices." };

    public void AddTo(Command command)
    {
        command.Options.Add(council);
        command.Options.Add(year);
        command.Options.Add(kind);
    }

    public ReturnFile File(string path, ParseResult given) =>
        ReturnFiles.Single(path, given.GetValue(council), given.GetValue(year), given.GetValue(kind));

    public bool AreGiven(ParseResult given) =>
        (given.GetValue(council) ?? given.GetValue(year) ?? given.GetValue(kind)) is not null;
}
