using System.Text.Json;

namespace CcHc.Core.Jobs;

/// <summary>What a person asks of a report job (yêu cầu về kỳ báo cáo).</summary>
/// <param name="Period">"2026-Q1".</param>
/// <param name="Person">Who asks; stands in the record of the period.</param>
/// <param name="Again">Forms: also to agencies that have theirs.</param>
/// <param name="IsClosing">Assembling: the period is closed with this version.</param>
public sealed record PeriodCommand(string Period, string Person, string Reason = "", bool Again = false, bool IsClosing = false)
{
    /// <summary>As the dashboard leaves it for a worker: the JSON of these five.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static PeriodCommand Read(string json) => JsonSerializer.Deserialize<PeriodCommand>(json)!;
}
