namespace CcHc.Core.Answers;

/// <summary>Names and words of an answer sheet (phiếu trả lời) that writer and reader share, beside those of the report form.</summary>
public static class AnswerLayout
{
    /// <summary>Grows with every change of columns that an older reader would misunderstand.</summary>
    public const string Version = "CCHC-TL-1";

    public const string Sheet = "Trả lời";
    public const string ExtendColumn = "Xin gia hạn đến";
    public const string ReasonColumn = "Lý do";
}
