using System.Text.RegularExpressions;

namespace CcHc.Core.Registers.Rows;

/// <summary>Finds the field of reform (lĩnh vực) a heading or title names; the field named first counts.</summary>
public static partial class TaskAreaParser
{
    private static readonly (TaskArea Area, string[] Words)[] Table =
    [
        (TaskArea.Institutions, ["the che", "van ban quy pham phap luat", "vbqppl"]),
        (TaskArea.Procedures, ["thu tuc hanh chinh", "tthc", "mot cua"]),
        (TaskArea.Organisation, ["to chuc bo may", "bo may", "tinh gian bien che", "to chuc hanh chinh"]),
        (TaskArea.CivilService, ["che do cong vu", "cong vu", "can bo", "cong chuc", "vien chuc"]),
        (TaskArea.PublicFinance, ["tai chinh cong", "tai chinh", "tai san cong"]),
        (TaskArea.Modernisation,
            ["hien dai hoa", "chinh quyen dien tu", "chinh phu dien tu", "chinh quyen so", "chinh phu so", "chuyen doi so", "cong nghe thong tin", "cntt"]),
        (TaskArea.Steering, ["chi dao", "dieu hanh"]),
        (TaskArea.Communication, ["tuyen truyen", "truyen thong"]),
    ];

    /// <summary><see cref="TaskArea.Other"/> when the text names no field.</summary>
    public static TaskArea Find(string text)
    {
        var folded = $" {RegisterLayout.Fold(text)} ";
        var (area, first) = (TaskArea.Other, int.MaxValue);
        foreach (var (candidate, words) in Table)
        {
            foreach (var word in words)
            {
                if (folded.IndexOf($" {word} ", StringComparison.Ordinal) is >= 0 and var place && place < first)
                {
                    (area, first) = (candidate, place);
                }
            }
        }

        return area;
    }

    /// <summary>True for a short line that is the name of a field rather than something to do.</summary>
    public static bool IsHeading(string text) =>
        text.Length <= 140 && Find(text) != TaskArea.Other && HeadingStart().IsMatch(RegisterLayout.Fold(text));

    [GeneratedRegex("^(ve |linh vuc |nhiem vu |cong tac |noi dung )?(cai cach|hien dai hoa|chi dao|dieu hanh|tuyen truyen|thong tin|xay dung va phat trien chinh|xay dung chinh|phat trien chinh|chinh quyen|chuyen doi so|the che|thu tuc hanh chinh|to chuc bo may|xay dung va nang cao chat luong)")]
    private static partial Regex HeadingStart();
}
