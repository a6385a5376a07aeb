using System.Diagnostics;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>What one workbook has used up of its <see cref="WorkbookLimits"/> (hạn mức) so far, over all its sheets.</summary>
internal sealed class WorkbookBudget(WorkbookLimits limits)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _passed;
    private int _rows;
    private int _cells;
    private int _merges;
    private int _sheets;
    private int _comments;
    private long _inflated;
    private long _characters;
    private long _looks;

    public WorkbookLimits Limits { get; } = limits;

    /// <summary>What is used up so far, to go back to when a part is read a second time.</summary>
    public WorkbookBudget Mark() => (WorkbookBudget)MemberwiseClone();

    public void ReturnTo(WorkbookBudget mark) =>
        (_passed, _rows, _cells, _merges, _sheets, _comments, _inflated, _characters, _looks)
        = (mark._passed, mark._rows, mark._cells, mark._merges, mark._sheets, mark._comments, mark._inflated, mark._characters, mark._looks);

    public void CountSheet() => Refuse(++_sheets > Limits.MaxSheets, "quá nhiều trang tính");

    public void CountRow(int cells)
    {
        _cells += cells;
        Refuse(++_rows > Limits.MaxRows, "quá nhiều dòng có nội dung");
        Refuse(_cells > Limits.MaxCells, "quá nhiều ô có nội dung");
    }

    /// <summary>Places where there may be a cell, which an .xls has as many of as it tells.</summary>
    public void CountLooks(int places) => Refuse((_looks += places) > Limits.MaxLooks, "vùng dữ liệu khai quá rộng");

    public void CountMerge() => Refuse(++_merges > Limits.MaxMerges, "quá nhiều vùng ô gộp");

    public void CountComment() => Refuse(++_comments > Limits.MaxComments, "quá nhiều chú thích");

    public void CountInflated(int bytes) => Refuse((_inflated += bytes) > Limits.MaxTotalBytes, "giải nén ra quá lớn");

    public void CountText(int length)
    {
        Refuse(length > Limits.MaxTextLength, "có ô dài quá mức Excel cho phép");
        Refuse((_characters += length) > Limits.MaxTextCharacters, "quá nhiều chữ");
    }

    /// <summary>Called once a row or shared text, blank ones too, so that no file can hold the run up.</summary>
    public void Pass()
    {
        if ((++_passed & 0x3FF) == 0 && Stopwatch.GetElapsedTime(_started) > Limits.MaxTime)
        {
            throw new WorkbookRefusedException(WorkbookFindings.TooSlow);
        }
    }

    public static void Refuse(bool isOverLimit, string what)
    {
        if (isOverLimit)
        {
            throw new WorkbookRefusedException(WorkbookFindings.Swollen(what));
        }
    }
}
