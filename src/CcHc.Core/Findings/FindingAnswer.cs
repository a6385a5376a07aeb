namespace CcHc.Core.Findings;

/// <summary>What the office says to a finding or to a reading: right (đúng là vậy), wrong (sai), or an earlier answer taken back (xóa ô trả lời).</summary>
public enum Verdict { Right, Wrong, Withdrawn }

/// <summary>An answer as somebody wrote it into a health workbook.</summary>
/// <param name="Code">Of a finding or of a deadline phrase.</param>
public sealed record WrittenAnswer(string Code, Verdict Verdict, string Note);

/// <summary>An answer that stands (trả lời đã ghi nhận).</summary>
/// <param name="Note">Who and why; for a disputed reading what it should be.</param>
/// <param name="Day">The day it was first taken up.</param>
public sealed record FindingAnswer(string Code, Verdict Verdict, string Note, DateOnly Day);
