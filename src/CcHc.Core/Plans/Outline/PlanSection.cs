using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Outline;

/// <summary>What a part of a plan is about (phần của kế hoạch).</summary>
internal enum SectionKind { Unknown, Purpose, Tasks, Organisation }

/// <summary>Tells a plan's parts apart by their headings.</summary>
internal static partial class PlanSection
{
    /// <summary>By the nearest heading above that says it, or the node's own words where it is a heading itself.</summary>
    public static SectionKind Of(OutlineNode node) =>
        node.Ancestors.Prepend(node).Where(part => !part.Line.IsBullet && part.Line.Words.Length <= 200).Select(part => OfHeading(part.Line.Words))
            .FirstOrDefault(kind => kind != SectionKind.Unknown);

    public static SectionKind OfHeading(string words)
    {
        var folded = VietnameseText.Fold(words);
        return Tasks().IsMatch(folded) ? SectionKind.Tasks
            : Organisation().IsMatch(folded) ? SectionKind.Organisation
            : Purpose().IsMatch(folded) ? SectionKind.Purpose
            : Contents().IsMatch(folded) ? SectionKind.Tasks
            : SectionKind.Unknown;
    }

    /// <summary>True for a heading that calls what follows tasks, not merely contents.</summary>
    public static bool NamesTasks(string words) => Tasks().IsMatch(VietnameseText.Fold(words));

    [GeneratedRegex("^(cac |nhung |mot so )?(nhiem vu|cong viec)\\b|^(muc tieu,? )?(noi dung,? )?(va |cac )?nhiem vu\\b|nhiem vu (cu the|trong tam|chu yeu|"
        + "va giai phap|, giai phap)|ke hoach trien khai")]
    private static partial Regex Tasks();

    [GeneratedRegex("^(cong tac )?to chuc (thuc hien|trien khai)|^trach nhiem|^phan cong|^che do (thong tin,? )?bao cao|^thoi gian (to chuc )?(thuc hien|"
        + "trien khai)|^kiem tra,? giam sat|^chi dao thuc hien")]
    private static partial Regex Organisation();

    [GeneratedRegex("^(muc dich|yeu cau|muc tieu|quan diem|nguyen tac|can cu|danh gia|thuc trang|tinh hinh|ket qua|boi canh|pham vi|doi tuong|kinh phi|"
        + "phuong cham|dac diem|su can thiet)\\b")]
    private static partial Regex Purpose();

    [GeneratedRegex("^(cac |nhung )?(noi dung|giai phap|hoat dong|chuong trinh)\\b")]
    private static partial Regex Contents();
}
