using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Obligations;

/// <summary>What an agency itself reported of a task, as letters and workbooks quote it.</summary>
public static class AgencyReportText
{
    /// <summary>"báo cáo Quý I/2026".</summary>
    /// <param name="period">Empty when not known.</param>
    public static string ReportOf(string period) => period.Length == 0 ? "báo cáo của cơ quan" : "báo cáo " + period;

    /// <summary>"Báo cáo Quý I/2026: “Chưa thực hiện”": why an agency is reminded of what it says itself is not done; empty when it said nothing.</summary>
    public static string OwnWord(Obligation obligation, int limit) =>
        obligation.ReportedUndone is { } undone
            ? $"{Vietnamese.Capital(ReportOf(undone.Period))}: “{Vietnamese.Shortened(VietnameseText.OneLine(undone.Words), limit)}”" : "";
}
