namespace Benchmarking.Service;

/// <summary>Every message the app logs, numbered: 1xx start, 2xx returns, 3xx slices and refreshes, 4xx triggers, 5xx endpoints.
/// Codes, counts and times only; never the contents of a row.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Started as {Start}; storage is ready.")]
    public static partial void Started(ILogger log, string start);

    [LoggerMessage(101, LogLevel.Critical, "The app does not start: {Reason}")]
    public static partial void StartRefused(ILogger log, string reason);

    [LoggerMessage(102, LogLevel.Information, "Development keys are in {File}.")]
    public static partial void KeysWritten(ILogger log, string file);

    [LoggerMessage(103, LogLevel.Critical, "The app does not start.")]
    public static partial void StartFailed(ILogger log, Exception exception);

    [LoggerMessage(200, LogLevel.Information, "Return {Path}: {Status}, {Rows} rows, {Findings} findings, {Slices} slices touched.")]
    public static partial void ReturnTaken(ILogger log, string path, string status, int rows, int findings, int slices);

    [LoggerMessage(201, LogLevel.Information, "Return {Path}: attempt {Attempt} lost against another change of the same council.")]
    public static partial void IngestLost(ILogger log, string path, int attempt);

    [LoggerMessage(300, LogLevel.Information, "Slice {Slice} is served as {Version} with {Councils} councils.")]
    public static partial void SliceServed(ILogger log, string slice, string version, int councils);

    [LoggerMessage(301, LogLevel.Warning, "Drift: the stored figure of {Council} in {Slice} was not what its accepted returns say.")]
    public static partial void Drift(ILogger log, string council, string slice);

    [LoggerMessage(302, LogLevel.Information,
        "Refreshed {Councils} councils and {Slices} slices, {Rewritten} rewritten, {Drift} drifted figures, in {Seconds} s.")]
    public static partial void Refreshed(ILogger log, int councils, int slices, int rewritten, int drift, double seconds);

    [LoggerMessage(303, LogLevel.Error, "A refresh of everything failed.")]
    public static partial void RefreshFailed(ILogger log, Exception exception);

    [LoggerMessage(304, LogLevel.Information, "{Swept} versions that nothing names are swept; {Left} wait for their hour.")]
    public static partial void Swept(ILogger log, int swept, int left);

    [LoggerMessage(400, LogLevel.Warning, "{Trigger} {Subject}: try {Try} failed.")]
    public static partial void TryFailed(ILogger log, Exception exception, string trigger, string subject, int @try);

    [LoggerMessage(401, LogLevel.Error, "{Trigger} {Subject} is put aside: {Reason}.")]
    public static partial void PutAside(ILogger log, string trigger, string subject, string reason);

    [LoggerMessage(402, LogLevel.Warning, "{Trigger}: a look at storage failed; it is tried again.")]
    public static partial void LookFailed(ILogger log, Exception exception, string trigger);

    [LoggerMessage(403, LogLevel.Warning, "An event names {Path}, which is not in the returns container; nothing is done.")]
    public static partial void BlobElsewhere(ILogger log, string path);

    [LoggerMessage(407, LogLevel.Information,
        "Of {Seen} files in the container {Taken} were taken in that no event had announced, {Failed} failed; {Resent} slices were "
            + "asked for again.")]
    public static partial void Reconciled(ILogger log, int seen, int taken, int failed, int resent);

    [LoggerMessage(500, LogLevel.Error, "Request {RequestId} failed.")]
    public static partial void RequestFailed(ILogger log, Exception exception, string requestId);

    [LoggerMessage(501, LogLevel.Information, "{Role} {KeyName} filed {Path}.")]
    public static partial void FiledByKey(ILogger log, string role, string keyName, string path);

    [LoggerMessage(502, LogLevel.Warning, "Request {RequestId}: storage does not answer.")]
    public static partial void StorageUnreachable(ILogger log, Exception exception, string requestId);

    [LoggerMessage(503, LogLevel.Warning, "Request {RequestId} was given up: {Reason}")]
    public static partial void RequestGivenUp(ILogger log, string requestId, string reason);

    [LoggerMessage(504, LogLevel.Warning, "Too many {What} from {Address}: more of them are refused for now.")]
    public static partial void CallerRefused(ILogger log, string address, string what);

    [LoggerMessage(510, LogLevel.Information, "{By} issued a key of the role {Role} to {Holder}: {Id}.")]
    public static partial void KeyIssued(ILogger log, string by, string role, string holder, string id);

    [LoggerMessage(511, LogLevel.Information, "{By} took away the key {Id}.")]
    public static partial void KeyTakenAway(ILogger log, string by, string id);

    [LoggerMessage(512, LogLevel.Information, "{By}: what was put aside is {Done}: {Trigger} {Subject}.")]
    public static partial void PoisonHandled(ILogger log, string by, string done, string trigger, string subject);

    [LoggerMessage(520, LogLevel.Information, "{Role} {KeyName} withdrew {Path}.")]
    public static partial void WithdrawnByKey(ILogger log, string role, string keyName, string path);

    [LoggerMessage(521, LogLevel.Information, "{Role} {KeyName} entered the sign-off of {Path} by the {Office}.")]
    public static partial void SignedByKey(ILogger log, string role, string keyName, string path, string office);
}
