namespace CcHc.Adapters.Storage.Reports;

/// <summary>What somebody did to a period or a file (nhật ký báo cáo).</summary>
public sealed record ReportEvent
{
    public string Period { get; init; } = "";
    /// <summary>Empty when it was done to the period.</summary>
    public string File { get; init; } = "";
    public string Hash { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Person { get; init; } = "";
    public string What { get; init; } = "";
    public string Reason { get; init; } = "";
}
