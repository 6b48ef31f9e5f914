using NCrontab;

namespace Benchmarking.Service.Settings;

/// <summary>When the timers fire, as NCRONTAB in UTC. The settings stand outside the section <c>Benchmarking</c>, because what a
/// Functions host looks up as <c>%NightlySchedule%</c> must be a name without a separator to be found on every plan.</summary>
internal sealed class Schedules
{
    /// <summary>When everything is recomputed.</summary>
    public string NightlySchedule { get; init; } = "0 0 2 * * *";

    /// <summary>When the container is compared with the ledger.</summary>
    public string ReconcileSchedule { get; init; } = "0 30 * * * *";

    public bool AreReadable => IsReadable(NightlySchedule) && IsReadable(ReconcileSchedule);

    public static CrontabSchedule Parse(string text) => CrontabSchedule.Parse(text, FieldsOf(text));

    private static bool IsReadable(string text) => CrontabSchedule.TryParse(text, FieldsOf(text)) is not null;

    /// <summary>Six fields begin with seconds; five begin with minutes, as in crontab.</summary>
    private static CrontabSchedule.ParseOptions FieldsOf(string text) =>
        new() { IncludingSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 };
}
