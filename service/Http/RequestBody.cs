using System.Text.Json;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Http;

/// <summary>Reads one object of a JSON body strictly: a field that is unknown, missing or of the wrong type is a problem, never a default.
/// The first problem met anywhere in the body is kept; look at it before using what was read.</summary>
internal sealed class RequestBody
{
    public const int MaxBytes = 1_000_000;

    private const int Buffer = 81_920;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private readonly JsonElement element;
    private readonly string path;
    private readonly First first;

    private RequestBody(JsonElement element, string path, First first, string[] fields)
    {
        (this.element, this.path, this.first) = (element, path, first);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Refuse("field-type", "Wrong type", $"{(path.Length == 0 ? "The body" : $"'{path}'")} must be an object with {Listed(fields)}.", fields);
        }
        else if (element.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !fields.Contains(name)) is { } unknown)
        {
            Refuse("field-unknown", "Unknown field", $"There is no field '{Under(unknown)}': the fields are {Listed(fields)}.", fields);
        }
    }

    public Problem? Problem => first.Problem;

    /// <summary>The body, at most <see cref="MaxBytes"/>, as an object with no other fields than these.</summary>
    public static async Task<(RequestBody? Body, Problem? Problem)> Read(HttpRequest request, params string[] fields)
    {
        if (await Bytes(request, MaxBytes) is not { } bytes)
        {
            return (null, new Problem(
                StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large", $"The body may have at most {MaxBytes} bytes."));
        }

        try
        {
            var body = new RequestBody(JsonDocument.Parse(bytes, Strict).RootElement, "", new First(), fields);
            return (body, body.Problem);
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? $" (line {line + 1}, byte {fault.BytePositionInLine + 1})" : "";
            return (null, Problem.BadRequest(
                "body-unreadable", "Unreadable body", $"The body is not JSON{place}: send one object in UTF-8, each field once, with {Listed(fields)}."));
        }
    }

    /// <summary>The body, whole; null where it has more than <paramref name="maxBytes"/>.</summary>
    public static async Task<byte[]?> Bytes(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[Buffer];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var read and > 0)
        {
            if (body.Length + read > maxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    /// <summary>A number, exactly as written.</summary>
    public decimal Number(string name, decimal? unless = null)
    {
        if (Find(name, unless is not null) is not { } found)
        {
            return unless ?? 0;
        }

        if (found.ValueKind == JsonValueKind.Number && found.TryGetDecimal(out var number))
        {
            return number;
        }

        RefuseType(name, "a number such as 1250.5, without quotes, sign of currency or grouping");
        return 0;
    }

    /// <summary>A number, or none where the field is left out.</summary>
    public decimal? NumberOrNone(string name) => Find(name, optional: true) is null ? null : Number(name);

    public int WholeNumber(string name, int unless)
    {
        if (Find(name, optional: true) is not { } found)
        {
            return unless;
        }

        if (found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number))
        {
            return number;
        }

        RefuseType(name, "a whole number such as 2");
        return unless;
    }

    public string Text(string name)
    {
        if (Find(name) is not { } found)
        {
            return "";
        }

        if (found.ValueKind == JsonValueKind.String)
        {
            return found.GetString()!;
        }

        RefuseType(name, "text in quotes");
        return "";
    }

    /// <summary>A list of texts that may be empty.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } found)
        {
            return [];
        }

        if (found.ValueKind == JsonValueKind.Array && found.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. found.EnumerateArray().Select(item => item.GetString()!)];
        }

        RefuseType(name, "a list of texts in quotes");
        return [];
    }

    public CouncilCode Council(string name)
    {
        if (CouncilCode.TryParse(Text(name), out var code))
        {
            return code;
        }

        Refuse("council-unreadable", "Unreadable council", $"'{Under(name)}' is not a council's code such as hackney.");
        return CouncilCode.Parse("unreadable");
    }

    public T OneOf<T>(string name, T unless)
        where T : struct, Enum
    {
        if (Find(name, optional: true) is null)
        {
            return unless;
        }

        var text = Text(name);
        if (Codes.TryParse<T>(text, out var value) && Codes.Of(value) == text)
        {
            return value;
        }

        Refuse($"{name}-unknown", $"Unknown {name}", $"'{Under(name)}' must be {Listed(Codes.All<T>())}.", Codes.All<T>());
        return unless;
    }

    /// <summary>The objects of a list that may not be empty.</summary>
    public IReadOnlyList<RequestBody> List(string name, params string[] fields)
    {
        if (Find(name) is not { } found)
        {
            return [];
        }

        if (found.ValueKind != JsonValueKind.Array)
        {
            RefuseType(name, $"a list of objects with {Listed(fields)}");
            return [];
        }

        if (found.GetArrayLength() == 0)
        {
            Refuse("list-empty", "Empty list", $"'{Under(name)}' is empty: give at least one object with {Listed(fields)}.");
        }

        return [.. found.EnumerateArray().Select((item, i) => new RequestBody(item, $"{Under(name)}[{i}]", first, fields))];
    }

    private JsonElement? Find(string name, bool optional = false)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found))
        {
            return found;
        }

        if (!optional)
        {
            Refuse("field-missing", "Missing field", $"The field '{Under(name)}' is needed.");
        }

        return null;
    }

    private void RefuseType(string name, string expected) =>
        Refuse("field-type", "Wrong type", $"'{Under(name)}' must be {expected}.");

    private void Refuse(string code, string title, string detail, IReadOnlyList<string>? validValues = null) =>
        first.Problem ??= Problem.BadRequest(code, title, detail, validValues);

    private string Under(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Listed(IReadOnlyList<string> words) => string.Join(", ", words);

    private sealed class First
    {
        public Problem? Problem { get; set; }
    }
}
