using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers;

/// <summary>Reads the words of a status column (tình trạng). Words not listed are unknown, never done.</summary>
public static partial class StatusWords
{
    private static readonly (TaskProgress Status, Regex Words)[] Rules =
    [
        (TaskProgress.Open, OpenWords()),
        (TaskProgress.Dropped, DroppedWords()),
        (TaskProgress.InProgress, InProgressWords()),
        (TaskProgress.Done, DoneWords()),
    ];

    /// <summary>An empty cell is <see cref="TaskProgress.Open"/>.</summary>
    public static TaskProgress Read(string text)
    {
        var folded = VietnameseText.Fold(text).Trim(' ', '.', ';', ',', '!', '-', '+', '*', '✓', '✔');
        if (folded.Length == 0)
        {
            return text.Any(c => c is '✓' or '✔') ? TaskProgress.Done : TaskProgress.Open;
        }

        if (Percent().Match(folded) is { Success: true } percent)
        {
            return double.Parse(percent.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) switch
            {
                0 => TaskProgress.Open,
                < 100 => TaskProgress.InProgress,
                100 => TaskProgress.Done,
                _ => TaskProgress.Unknown,
            };
        }

        foreach (var (status, words) in Rules)
        {
            if (words.IsMatch(folded))
            {
                return status;
            }
        }

        return TaskProgress.Unknown;
    }

    /// <summary>A cell formatted as a percentage holds 1 for 100 %.</summary>
    public static TaskProgress Read(double share) => share switch
    {
        0 => TaskProgress.Open,
        > 0 and < 1 => TaskProgress.InProgress,
        1 or 100 => TaskProgress.Done,
        > 1 and < 100 => TaskProgress.InProgress,
        _ => TaskProgress.Unknown,
    };

    [GeneratedRegex("^(chua|khong hoan thanh|khong dat|qua han|tre han|cham( tien do)?$|cho |den han|moi |0 ?%)")]
    private static partial Regex OpenWords();

    [GeneratedRegex("^(da )?(huy( bo)?|dung thuc hien|bai bo|loai bo|dua ra khoi (ke hoach|danh muc)|khong (con )?thuc hien nua|rut( khoi ke hoach)?)$")]
    private static partial Regex DroppedWords();

    [GeneratedRegex("^(dang|da trien khai|trien khai|tiep tuc|thuong xuyen|co ban( (hoan thanh|xong|dat))?$|hoan thanh mot phan|hoan thanh co ban|mot phan|dung tien do|trong han|trong tien do|tam dung|da (bat dau|trinh))")]
    private static partial Regex InProgressWords();

    // Only one way to divide the words among the repeated part, or a cell of brackets would be tried in every way there is.
    [GeneratedRegex(@"^((da |da duoc )?(hoan thanh|ht|xong|hoan tat|lam xong|thuc hien xong|ban hanh|thuc hien)|done|ok|dat)( nhiem vu| xong| 100 ?%|(?> (ngay|vao ngay|trong ngay) [0-9/.\-]+( (?!100 ?%)[0-9/.\-]+)*)| [0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{2,4}|,? ?(dung|truoc|som|qua|tre|cham)( thoi)?( ?(han|tien do|hon han))?|(?> \(.*\)))*$")]
    private static partial Regex DoneWords();

    [GeneratedRegex(@"^(?:da )?(?:dat|hoan thanh|thuc hien|ht|duoc|khoang)? ?(?<n>[0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%$")]
    private static partial Regex Percent();
}
