using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers;

namespace CcHc.Core.PeriodReports;

/// <summary>A period report an agency handed in (báo cáo đã nộp), read and found usable.</summary>
/// <param name="File">Path relative to the shared folder, forward slashes.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="PeriodCode">"2026-Q1".</param>
public sealed record SubmissionContent(
    string File,
    string Hash,
    string PeriodCode,
    string AgencyCode,
    IReadOnlyList<ReportedTask> Tasks,
    IReadOnlyList<ReportedFigure> Figures,
    IReadOnlyList<ReportedSection> Sections)
{
    /// <summary>Task rows and figures the form asked for; 0 of a report that is older than this entry.</summary>
    public int Asked { get; init; }

    /// <summary>How many of them it answers.</summary>
    public int Answered { get; init; }

    /// <summary>What is missing, in words: "12 nhiệm vụ, 8 chỉ tiêu".</summary>
    public string Missing { get; init; } = "";

    /// <summary>Work outside the plans, as the agency named it; none of a report that is older than these rows.</summary>
    public IReadOnlyList<ExtraTask> ExtraTasks { get; init; } = [];

    /// <summary>What was read, in words: "9/9 nhiệm vụ, 8/8 chỉ tiêu; CT03 = 621"; empty of a report that is older than this entry.</summary>
    public string ReadInWords { get; init; } = "";

    /// <summary>Answers too little of what was asked to count as handed in (đã nhận, chưa đủ).</summary>
    /// <param name="leastPercent">Of what the form asks; 0 takes any report.</param>
    public bool IsIncomplete(int leastPercent) => Asked > 0 && Answered * 100 < leastPercent * Asked;
}

/// <summary>What an agency says of one obligation (kết quả thực hiện).</summary>
/// <param name="RowKey">See <see cref="Obligations.ObligationKey"/>.</param>
/// <param name="Row">1-based row of the sheet.</param>
/// <param name="ResultCell">"F12"; links lead here.</param>
/// <param name="DifficultyCell">"J12".</param>
public sealed record ReportedTask(
    string RowKey, TaskProgress Status, string StatusText, string Result, DateOnly? CompletedOn, string Document, string Difficulty, string Sheet, int Row,
    string ResultCell, string DifficultyCell);

/// <summary>Work outside the plans that an agency reports (việc phát sinh).</summary>
/// <param name="Cell">Of its name.</param>
public sealed record ExtraTask(
    string Task, string Product, TaskProgress Status, string StatusText, string Result, DateOnly? CompletedOn, string Document, string Difficulty,
    string Sheet, string Cell);

/// <summary>One figure as handed in (số liệu).</summary>
/// <param name="Value">Null when left blank: a blank is not 0. A rate is a fraction.</param>
/// <param name="Text">Of a figure that is words.</param>
/// <param name="Note">The agency's own explanation.</param>
public sealed record ReportedFigure(string Code, double? Value, string Text, string Note, string Sheet, string Cell);

/// <summary>One narrative section (thuyết minh).</summary>
/// <param name="Section">0-based, as in <see cref="FormLayout.Sections"/>.</param>
public sealed record ReportedSection(int Section, string Text, string Sheet, string Cell);
