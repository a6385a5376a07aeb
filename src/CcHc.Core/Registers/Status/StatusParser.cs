using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Status;

/// <summary>
/// Reads what an officer writes to say that a task is done, under way, untouched or dropped (tình trạng). A text is done only when its whole says so: what
/// follows "đã hoàn thành" may be a manner, a day, a document or a remark without "chưa", "còn", "đang"; an object ("đã hoàn thành dự thảo") or a doubt makes
/// it unknown, never done.
/// </summary>
public static partial class StatusParser
{
    /// <summary>Longer cells are reports, not a status.</summary>
    private const int LongestStatus = 600;

    /// <param name="year">Of the plan: completes a day written without one; null leaves such a day unread.</param>
    /// <param name="header">Of the column: a cross below "Đã xong" says done, below "Chưa xong" the contrary.</param>
    /// <param name="about">The task's words and products: "Đã ban hành Kế hoạch số 5" ends a task that asks for a plan.</param>
    public static StatusReading Read(string text, int? year = null, string header = "", string about = "")
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > LongestStatus)
        {
            return trimmed.Length == 0 ? StatusReading.Nothing : StatusReading.Unknown;
        }

        if (StatusTick.Read(trimmed, header) is { } ticked)
        {
            return new StatusReading(ticked);
        }

        // A line break divides statements as a full stop does.
        var line = VietnameseText.OneLine(trimmed.Replace("\n", "; ", StringComparison.Ordinal));
        var folded = Tidy(VietnameseText.Fold(line));
        if (folded.Length == 0)
        {
            return StatusReading.Nothing;
        }

        if (Share().Match(folded) is { Success: true } share)
        {
            return new StatusReading(OfPercent(double.Parse(share.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture)));
        }

        if (DroppedWords().IsMatch(folded))
        {
            return new StatusReading(TaskProgress.Dropped);
        }

        if (DonePeriod.Read(folded, year) is { } through)
        {
            return new StatusReading(TaskProgress.InProgress, DoneThrough: through);
        }

        return OpenWords().IsMatch(folded) ? new StatusReading(TaskProgress.Open)
            : InProgressWords().IsMatch(folded) && !IsDoneDespite().IsMatch(folded) ? new StatusReading(TaskProgress.InProgress)
            : DoneStatement.Read(folded, line, year, about) ?? StatusReading.Unknown;
    }

    /// <summary>A number in a column of shares: a cell formatted as a percentage holds 1 for 100 %.</summary>
    /// <param name="countsToHundred">The column's other numbers go up to a hundred, so that 1 may be one of a hundred.</param>
    public static TaskProgress Read(double share, bool countsToHundred = false) => share switch
    {
        0 => TaskProgress.Open,
        > 0 and < 1 => TaskProgress.InProgress,
        1 => countsToHundred ? TaskProgress.Unknown : TaskProgress.Done,
        100 => TaskProgress.Done,
        > 1 and < 100 => TaskProgress.InProgress,
        _ => TaskProgress.Unknown,
    };

    /// <summary>True for words that do not say done of any task in any year ("Quý II/2026").</summary>
    public static bool NeverSaysDone(string text) => Read(text).Progress != TaskProgress.Done && !DoneStatement.MayBe(Tidy(VietnameseText.Fold(text)));

    /// <summary>Words in a column of another meaning (kết quả, ghi chú) that may well say the task is done: asked about, not believed.</summary>
    public static bool MayMeanDone(string text)
    {
        var folded = Tidy(VietnameseText.Fold(text));
        return !OpenWords().IsMatch(folded) && !Reference().IsMatch(folded) && DoneHint().IsMatch(folded);
    }

    private static TaskProgress OfPercent(double percent) => percent switch
    {
        0 => TaskProgress.Open,
        < 100 => TaskProgress.InProgress,
        100 => TaskProgress.Done,
        _ => TaskProgress.Unknown,
    };

    private static readonly char[] Edges = [' ', '.', ';', ',', '!', '-', '+', '*', ':', '"', '\'', '…'];

    private static string Tidy(string folded) => folded.Trim(Edges);

    [GeneratedRegex("^(chua|khong (hoan thanh|dat|xong|kip)|qua han|tre han|tre tien do|cham( tien do)?$|cho |den han|moi |0 ?%|not )")]
    private static partial Regex OpenWords();

    [GeneratedRegex("^(da )?(huy( bo)?|dung thuc hien|bai bo|loai bo|dua ra khoi (ke hoach|danh muc)|khong (con )?thuc hien nua|khong con thuc hien|thoi thuc hien|rut( khoi ke hoach)?|cancell?ed)$")]
    private static partial Regex DroppedWords();

    [GeneratedRegex("^((cq |co quan |don vi )?dang|da trien khai|trien khai|tiep tuc|thuong xuyen|(da )?co ban( da)?( duoc)? (hoan thanh|xong|dat|ht)\\b|da (hoan thanh|ht|xong) (mot phan|co ban|so bo)"
        + "|hoan thanh mot phan|hoan thanh co ban|(da )?(gan|sap) (xong|hoan thanh|ht)|mot phan|dung tien do|trong han|trong tien do|tam dung|da (bat dau|trinh|du thao|soan thao|lay y kien|xay dung du thao)"
        + "|in progress|ongoing)")]
    private static partial Regex InProgressWords();

    [GeneratedRegex("^(da )?trien khai (xong|hoan thanh)")]
    private static partial Regex IsDoneDespite();

    [GeneratedRegex(@"^(?:da |moi |hien |nay )?(?:dat|hoan thanh|thuc hien|ht|duoc|khoang|uoc|tien do|ty le|dat khoang|hoan thanh khoang|thuc hien khoang|dat duoc|uoc dat|hoan thanh duoc|thuc hien duoc|thuc hien dat|da dat)?[ :]{0,2}(?<n>[0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%(?: (?:khoi luong|ke hoach|cong viec|tien do|nhiem vu)(?: cong viec| ke hoach| nhiem vu)?)?$")]
    private static partial Regex Share();

    // "Theo Kế hoạch số 5/KH-UBND" says by what the work is done, not that it is.
    [GeneratedRegex("^(theo|can cu|thuc hien theo|xem|tham chieu|kem theo|cv den)\\b")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\bda (hoan|ht|xong|ban hanh|thuc hien|lam|gui|nop|bao cao|co bao cao|to chuc|ky|duoc|phe duyet|thong qua|cong bo|ket thuc|nghiem thu|ban giao|dua vao|co (quyet dinh|qd|van ban|ke hoach|kh|cong van|bc)|trien khai xong)\b|\bxong\b|\b100 ?%|\b(hoan tat|hoan thanh (dung|truoc|som|tot|xuat sac|100))\b|^(hoan thanh|ht)$|\b[0-9]+/(bc|qd|kh|ttr|nq|tb|cv|bb)\b|\bdone\b")]
    private static partial Regex DoneHint();
}
