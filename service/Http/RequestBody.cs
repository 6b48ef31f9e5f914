using System.Globalization;
using System.Text.Json;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Http;

/// <summary>Reads one object of a JSON body strictly: a field that is unknown, missing or of the wrong type is a problem, never a
/// default.</summary>
internal sealed class RequestBody
{
    public const int MaxBytes = 1_000_000;

    private const int Buffer = 81_920;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private readonly JsonElement element;
    private readonly string path;

    private RequestBody(JsonElement element, string path, string[] fields)
    {
        (this.element, this.path) = (element, path);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Fault("field-type", "Wrong type",
                $"{(path.Length == 0 ? "The body" : $"'{path}'")} must be an object with {Listed(fields)}.", fields);
        }

        if (element.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !fields.Contains(name)) is { } unknown)
        {
            throw Fault("field-unknown", "Unknown field", $"There is no field '{Under(unknown)}': the fields are {Listed(fields)}.",
                fields);
        }
    }

    /// <summary>What <paramref name="read"/> makes of a body of at most <see cref="MaxBytes"/>, an object with no other fields than these;
    /// or the first problem met in it.</summary>
    public static async Task<Outcome<T>> Read<T>(HttpRequest request, string[] fields, Func<RequestBody, T> read)
    {
        if (await Bytes(request, MaxBytes) is not { } bytes)
        {
            return TooLarge(MaxBytes);
        }

        if (TextFault(bytes) is { } unfit)
        {
            return unfit;
        }

        try
        {
            return read(new RequestBody(JsonDocument.Parse(bytes, Strict).RootElement, "", fields));
        }
        catch (FieldException fault)
        {
            return fault.Problem;
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? $" (line {line + 1}, byte {fault.BytePositionInLine + 1})" : "";
            return Problem.BadRequest(
                "body-unreadable", "Unreadable body",
                $"The body is not JSON{place}: send one object in UTF-8, each field once, with {Listed(fields)}.");
        }
    }

    /// <summary>The problem with the texts of a JSON body; null where there is none.</summary>
    public static Problem? TextFault(ReadOnlySpan<byte> json) =>
        JsonText.FaultIn(json) is { } fault ? Problem.BadRequest(fault.Code, "Text that is not taken", fault.Message) : null;

    public static Problem TooLarge(int maxBytes) => new(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large", $"The body may have at most {maxBytes} bytes.");

    /// <summary>The body, whole; null where it has more than <paramref name="maxBytes"/>. One that does not arrive in time is given
    /// up.</summary>
    public static async Task<byte[]?> Bytes(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        var (context, seconds) = (request.HttpContext, Settings(request).BodySeconds);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        using var body = new MemoryStream();
        var buffer = new byte[Buffer];
        try
        {
            while (await request.Body.ReadAsync(buffer, limit.Token) is var read and > 0)
            {
                if (body.Length + read > maxBytes)
                {
                    return null;
                }

                body.Write(buffer, 0, read);
            }
        }
        catch (IOException fault) when (fault.InnerException is OverflowException)
        {
            // The server's own reader counts the size of a chunk in 32 bits.
            throw new BadHttpRequestException("The body cannot be read.", fault);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException(
                string.Create(CultureInfo.InvariantCulture, $"The body did not arrive within {seconds} s."),
                StatusCodes.Status408RequestTimeout);
        }

        return body.ToArray();
    }

    private static BenchmarkingOptions Settings(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<IOptions<BenchmarkingOptions>>().Value;

    /// <summary>A number, exactly as written.</summary>
    public decimal Number(string name) =>
        Required(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetDecimal(out var number)
            ? number
            : throw WrongType(name, "a number such as 1250.5, without quotes, sign of currency or grouping");

    /// <summary>A number, or none where the field is left out.</summary>
    public decimal? NumberOrNone(string name) => Has(name) ? Number(name) : null;

    public int WholeNumber(string name, int unless) => Has(name) ? WholeNumber(name) : unless;

    public int WholeNumber(string name) =>
        Required(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number
        : throw WrongType(name, "a whole number such as 2");

    public string Text(string name) =>
        Required(name) is { ValueKind: JsonValueKind.String } found ? found.GetString()! : throw WrongType(name, "text in quotes");

    /// <summary>A list of texts that may be empty.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Required(name) is { ValueKind: JsonValueKind.Array } found && found.EnumerateArray()
            .All(item => item.ValueKind == JsonValueKind.String)
            ? [.. found.EnumerateArray().Select(item => item.GetString()!)]
            : throw WrongType(name, "a list of texts in quotes");

    public CouncilCode Council(string name) => CouncilCode.TryParse(Text(name), out var code)
        ? code
        : throw Fault("council-unreadable", "Unreadable council", $"'{Under(name)}' is not a council's code such as hackney.");

    public T OneOf<T>(string name, T unless)
        where T : struct, Enum
    {
        if (!Has(name))
        {
            return unless;
        }

        var text = Text(name);
        return Codes.TryParse<T>(text, out var value) && Codes.Of(value) == text
            ? value
            : throw Fault($"{name}-unknown", $"Unknown {name}", $"'{Under(name)}' must be {Listed(Codes.All<T>())}.", Codes.All<T>());
    }

    /// <summary>The objects of a list that may not be empty, each read by <paramref name="read"/>.</summary>
    public IReadOnlyList<T> List<T>(string name, string[] fields, Func<RequestBody, T> read)
    {
        var found = Required(name);
        if (found.ValueKind != JsonValueKind.Array)
        {
            throw WrongType(name, $"a list of objects with {Listed(fields)}");
        }

        if (found.GetArrayLength() == 0)
        {
            throw Fault("list-empty", "Empty list", $"'{Under(name)}' is empty: give at least one object with {Listed(fields)}.");
        }

        RequestBody[] items = [.. found.EnumerateArray().Select((item, i) => new RequestBody(item, $"{Under(name)}[{i}]", fields))];
        return [.. items.Select(read)];
    }

    /// <summary>A problem with a field that only the reader of the body can see.</summary>
    public static Exception Refuse(Problem problem) => new FieldException(problem);

    public bool Has(string name) => element.TryGetProperty(name, out _);

    private JsonElement Required(string name) => element.TryGetProperty(name, out var found)
        ? found
        : throw Fault("field-missing", "Missing field", $"The field '{Under(name)}' is needed.");

    private FieldException WrongType(string name, string expected) =>
        Fault("field-type", "Wrong type", $"'{Under(name)}' must be {expected}.");

    private static FieldException Fault(string code, string title, string detail, IReadOnlyList<string>? validValues = null) =>
        new(Problem.BadRequest(code, title, detail, validValues));

    private string Under(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Listed(IReadOnlyList<string> words) => string.Join(", ", words);

    /// <summary>Leaves the reading at the first fault, as a JSON reader does; it never leaves this class.</summary>
    private sealed class FieldException(Problem problem) : Exception(problem.Detail)
    {
        public Problem Problem { get; } = problem;
    }
}
