namespace Azure.Data.Tables.Queries;

/// <summary>The answer of a conditional read that found nothing.</summary>
internal sealed class NoEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException("There is no such entity: ask HasValue first.");

    public override Response GetRawResponse() => response;

    public override string ToString() => $"Status: {response.Status}, no entity";
}
