using System.Globalization;
using System.IO.Compression;
using System.Text;
using Benchmarking.Core.Tests.Reading;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>The bytes of a case: return.csv or return.xlsx as it is, or what build.txt makes of source.txt (tests/Cases/README.md says
/// how).</summary>
internal sealed class CaseFile
{
    private const int UsualLimit = 10 * 1024 * 1024;

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string folder;
    private string source;
    private byte[]? bytes;
    private Func<string, byte[]> encode = Plain.GetBytes;
    private int maxBytes = UsualLimit;

    private CaseFile(string folder)
    {
        this.folder = folder;
        source = File.Exists(At("source.txt")) ? File.ReadAllText(At("source.txt")) : "";
    }

    public static (byte[] Bytes, int MaxBytes) Of(string folder)
    {
        var file = new CaseFile(folder);
        foreach (var step in file.Steps())
        {
            var space = step.IndexOf(' ', StringComparison.Ordinal);
            file.Take(space < 0 ? step : step[..space], space < 0 ? "" : step[(space + 1)..]);
        }

        var whole = new[] { "return.csv", "return.xlsx" }.Select(file.At).FirstOrDefault(File.Exists);
        return (file.bytes ?? (whole is not null ? File.ReadAllBytes(whole) : file.encode(file.source)), file.maxBytes);
    }

    private string[] Steps() =>
        File.Exists(At("build.txt")) ? File.ReadAllLines(At("build.txt")).Where(line => line.Length > 0).ToArray() : [];

    private void Take(string step, string argument)
    {
        var words = argument.Split(' ');
        switch (step)
        {
            case "max-bytes":
                maxBytes = Number(words[0]);
                break;
            case "hex":
                bytes = Convert.FromHexString(argument);
                break;
            case "repeat":
                source = Repeated(Number(words[0]));
                break;
            case "fill":
                source = source.Replace(words[0], new string('x', Number(words[1])), StringComparison.Ordinal);
                break;
            case "encoding":
                encode = Encoder(argument);
                break;
            case "byte":
                bytes = [.. encode(source).Select(one => one == words[0][0] ? Convert.FromHexString(words[1])[0] : one)];
                break;
            case "workbook":
                bytes = Book();
                break;
            case "pad":
                bytes = Padded(Number(words[0]));
                break;
            case "cut":
                bytes = (bytes ?? encode(source))[..Number(words[0])];
                break;
            default:
                throw new InvalidOperationException($"{folder}: nothing is called '{step}'.");
        }
    }

    /// <summary>The last line of the source as often as asked for, numbered where it says {n}.</summary>
    private string Repeated(int times)
    {
        var lines = source.TrimEnd('\n').Split('\n');
        var text = new StringBuilder(string.Concat(lines[..^1].Select(line => line + '\n')));
        for (var n = 1; n <= times; n++)
        {
            text.Append(lines[^1].Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A workbook of the source's rows; '# sheet Name' begins another sheet, and other lines with # say what is more than
    /// rows.</summary>
    private byte[] Book()
    {
        var lines = source.TrimEnd('\n').Split('\n');
        string[] Said(string what) =>
            [.. lines.Where(line => line.StartsWith($"# {what} ", StringComparison.Ordinal)).Select(line => line[(what.Length + 3)..])];

        var book = new WorkbookFile { Formats = Said("formats"), Book = string.Concat(Said("book")), Rules = string.Concat(Said("rules")) };
        foreach (var table in Said("table").Select(said => said.Split(' ', 3)))
        {
            book.WithTable(table[0], table[1], table[2]);
        }

        var (name, after, before, rows) = ("Return", "", string.Concat(Said("before")), new List<string>());
        foreach (var line in lines)
        {
            if (line.StartsWith("# sheet ", StringComparison.Ordinal))
            {
                book.With(name, rows, after: after, before: before);
                (name, after, before, rows) = (line["# sheet ".Length..], "", "", []);
            }
            else if (line.StartsWith("# after ", StringComparison.Ordinal))
            {
                after = line["# after ".Length..];
            }
            else if (!line.StartsWith("# ", StringComparison.Ordinal))
            {
                rows.Add(line);
            }
        }

        return book.With(name, rows, after: after, before: before).ToArray();
    }

    private byte[] Padded(int zeros)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/media/zeros.bin").Open();
            part.Write(new byte[zeros]);
        }

        return stream.ToArray();
    }

    public static Func<string, byte[]> Encoder(string name) => name switch
    {
        "utf-8" => Plain.GetBytes,
        "utf-8-bom" => text => [.. Encoding.UTF8.Preamble, .. Plain.GetBytes(text)],
        "utf-16le" => text => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be" => text => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such encoding."),
    };

    private string At(string file) => Path.Combine(folder, file);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
