namespace Benchmarking.TableStorage.Tests.Support;

internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);
