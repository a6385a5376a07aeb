using System.Text.RegularExpressions;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Tasks;

/// <summary>
/// A sentence that gives somebody a duty or a duty a day (câu giao việc): "Trong quý I hằng năm, các sở, ngành xây dựng kế hoạch …". What it does not say stays
/// empty.
/// </summary>
/// <param name="HasDutyWords">It says "có trách nhiệm", "chủ trì" or the like.</param>
public sealed partial record DutySentence(string Lead, string Coordinating, string Time, string Duty, bool HasDutyWords)
{
    public static DutySentence Read(string sentence)
    {
        var folded = FoldedText.Of(sentence);
        var at = Skip(Hope(), folded.Value, 0);
        at = Skip(Aside(), folded.Value, at);
        var time = "";
        if (Opening().Match(folded.Value, at) is { Success: true, Length: > 0 } opening && opening.Index == at && PeriodWord().IsMatch(opening.Value))
        {
            time = folded.Slice(at, at + opening.Length).Trim(' ', ',');
            at += opening.Length;
        }

        at = Skip(Aside(), folded.Value, at);
        var (lead, after) = LeadAt(folded, at);
        var (coordinating, duty) = Helped(after.Length > 0 ? after : folded.Slice(at, folded.Value.Length));
        if (time.Length == 0 && Inner().Match(folded.Value) is { Success: true } inner)
        {
            time = folded.Slice(inner.Index, inner.Index + inner.Length).Trim();
        }

        return new DutySentence(lead, coordinating, time, OutlineNode.Close(duty), lead.Length > 0 && Assigned().IsMatch(VietnameseText.Fold(after)));
    }

    private static int Skip(Regex words, string text, int at) => words.Match(text, at) is { Success: true } match && match.Index == at ? at + match.Length : at;

    /// <summary>Sentences of a paragraph: they end with a full stop before a capital.</summary>
    public static IEnumerable<string> Sentences(string words) => End().Split(words).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    private static (string Lead, string After) LeadAt(FoldedText folded, int at)
    {
        if (Agency().Match(folded.Value, at) is not { Success: true } agency || agency.Index != at
            || DutyWord().Match(folded.Value, at + agency.Length - 1) is not { Success: true } duty)
        {
            return ("", "");
        }

        return (folded.Slice(at, duty.Index).Trim(' ', ',', ':'), folded.Slice(duty.Index, folded.Value.Length).Trim());
    }

    private static (string Coordinating, string Duty) Helped(string rest)
    {
        var folded = FoldedText.Of(rest);
        if (Help().Match(folded.Value) is not { Success: true } help)
        {
            var plain = Assigned().Match(folded.Value);
            return ("", plain.Success && plain.Index == 0 ? folded.Slice(plain.Length, folded.Value.Length).Trim() : rest);
        }

        return (folded.Slice(help.Groups["with"].Index, help.Groups["with"].Index + help.Groups["with"].Length)
            .Trim(' ', ','), folded.Slice(help.Groups["do"].Index, folded.Value.Length).Trim());
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}“""])")]
    private static partial Regex End();

    [GeneratedRegex("phan dau |co gang ")]
    private static partial Regex Hope();

    [GeneratedRegex(@"(?:ngoai|can cu|tren co so|de to chuc|de thuc hien)\b[^,]{3,200}, ")]
    private static partial Regex Aside();

    // Words a time is made of, and nothing else.
    [GeneratedRegex(@"(?:(?:cham nhat|truoc|trong|tu|den|het|dinh ky|theo dinh ky|theo yeu cau cua cong viec|theo yeu cau|hang|quy|thang|ngay|nam|cuoi|dau|"
        + @"giua|tro di|nay|vao|hoac|va|cua|moi|ky|tuan|sau|lan|[0-9]{1,4}(?:[/.][0-9]{1,4})*|[ivx]{1,4}|\([^)]{1,80}\))(?:, | |,$|$))+")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(?:hang (?:nam|quy|thang|tuan|ngay)|dinh ky|yeu cau|quy [ivx]+)\b|[0-9]")]
    private static partial Regex PeriodWord();

    [GeneratedRegex(@"(?:giao )?(?:cac |tung |moi )?(?:so[ ,]|ban (?!hanh)|ubnd|uy ban|van phong|thu truong|chu tich|giam doc|chanh |co quan|don vi|nganh|"
        + @"huyen|dia phuong|truong |dai |bao |cong an|thanh tra|cuc |kho bac|trung tam|bo chi huy|bao hiem|to |can bo|phong |mat tran|lien doan|"
        + @"hoi |vien |chi cuc|cap )")]
    private static partial Regex Agency();

    [GeneratedRegex(@"(?<! da| duoc| giao|ban| viec| cong tac| ke hoach va) (?:co trach nhiem|chiu trach nhiem|chu tri|phoi hop|chu dong|can cu|xay dung|"
        + @"to chuc(?! nha nuoc| tinh uy| chinh tri)|tien hanh|(?<=nhiem vu )hoan thanh|hoan thanh|bao cao|thuc hien|nghien cuu|tang|giup|"
        + @"phan cong(?! phu)|khi|trien khai|huong dan|ra soat|kiem tra|theo doi|tham muu|ban hanh|day manh|chi dao|cu can bo|gui|trinh|kien toan|"
        + @"lam dau moi|tong hop|lap|bo tri|dam bao|bao dam|duy tri|cong khai|cap nhat|phai)[ ,]")]
    private static partial Regex DutyWord();

    [GeneratedRegex(@"^(?:co trach nhiem|chiu trach nhiem(?: chinh)?(?: ve)?(?: viec)?|chu tri)(?:[, ]+(?:chu tri|tham muu))? ?")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"^(?:co trach nhiem |chiu trach nhiem )?(?:chu tri,? ?)?(?:va )?phoi hop(?: chat che)?(?: voi|"
        + @" cung)(?: voi)? (?<with>.{3,160}?)(?: trong viec | de | )(?<do>(?:xay dung|to chuc|trien khai|huong dan|ra soat|kiem tra|theo doi|"
        + @"tham muu|ban hanh|day manh|thuc hien|tong hop|danh gia|nghien cuu|hoan thanh|de xuat|don doc|tham dinh|trinh) )")]
    private static partial Regex Help();

    [GeneratedRegex(@"\b(?:(?:cham nhat|truoc|trong|den het|den|vao|tu)(?: het)? (?:ngay|thang|quy|nam|cuoi|dau)(?! ve)[^,.;()]{1,40}|"
        + @"(?:dinh ky )?hang (?:nam|quy|thang|tuan|ngay)|(?:quy|thang) (?:[0-9]{1,2}|[ivx]{1,3})\b(?:[ /]+(?:nam )?[0-9]{4})?|"
        + @"theo yeu cau cua [^,.;]{3,30}?(?= cac | so |,))")]
    private static partial Regex Inner();
}
