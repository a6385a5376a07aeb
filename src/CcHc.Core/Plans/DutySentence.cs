using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Plans;

/// <summary>
/// A sentence that gives somebody a duty or a duty a day (câu giao việc): "Trong quý I hằng năm, các sở, ngành xây dựng kế hoạch …". What it does not say stays empty.
/// </summary>
/// <param name="HasDutyWords">It says "có trách nhiệm", "chủ trì" or the like.</param>
internal sealed partial record DutySentence(string Lead, string Coordinating, string Time, string Duty, bool HasDutyWords)
{
    private const int LongestOpening = 120;

    public static DutySentence Read(string sentence)
    {
        var folded = FoldedText.Of(sentence);
        var at = 0;
        var time = "";
        if (Opening().Match(folded.Value) is { Success: true } opening && opening.Length <= LongestOpening)
        {
            time = folded.Slice(0, opening.Groups["t"].Length).Trim(' ', ',');
            at = opening.Length;
        }

        if (Aside().Match(folded.Value, at) is { Success: true } aside && aside.Index == at)
        {
            at += aside.Length;
        }

        var (lead, rest) = LeadAt(folded, at);
        var (coordinating, duty) = Helped(rest.Length > 0 ? rest : folded.Slice(at, folded.Value.Length));
        if (time.Length == 0 && Inner().Match(VietnameseText.Fold(sentence)) is { Success: true } inner)
        {
            time = folded.Slice(inner.Index, inner.Index + inner.Length).Trim();
        }

        return new DutySentence(lead, coordinating, time, OutlineNode.Close(duty), lead.Length > 0 && Assigned().IsMatch(VietnameseText.Fold(rest)));
    }

    /// <summary>Sentences of a paragraph: they end with a full stop before a capital.</summary>
    public static IEnumerable<string> Sentences(string words) => End().Split(words).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    private static (string Lead, string After) LeadAt(FoldedText folded, int at)
    {
        if (Agency().Match(folded.Value, at) is not { Success: true } agency || agency.Index != at || DutyWord().Match(folded.Value, at + agency.Length) is not { Success: true } duty)
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

        return (folded.Slice(help.Groups["with"].Index, help.Groups["with"].Index + help.Groups["with"].Length).Trim(' ', ','), folded.Slice(help.Groups["do"].Index, folded.Value.Length).Trim());
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}“""])")]
    private static partial Regex End();

    // A time in front ends at the comma before the agency, or where the agency begins.
    [GeneratedRegex(@"^(?:phan dau )?(?<t>(?:cham nhat|truoc|trong|tu|den|dinh ky|theo dinh ky|hang|quy|thang|ngay|nam|cuoi|dau|giua|ngoai|sau)\b(?:[^,(]|\([^)]*\)|,(?= ?(?:[0-9]|hang|theo dinh ky|quy|thang|nam|cham nhat|truoc)))*?)(?:,? (?=(?:cac |tung )?(?:so[ ,]|ban |ubnd|uy ban|van phong|thu truong|chu tich|co quan|don vi|nganh|huyen|dia phuong|truong |dai |truong ban))|, )")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:can cu|tren co so|theo yeu cau|de to chuc)[^,]{3,160}, ")]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?:giao )?(?:cac |tung |moi )?(?:so[ ,]|ban (?!hanh)|ubnd|uy ban|van phong|thu truong|chu tich|giam doc|chanh |co quan|don vi|nganh|huyen|dia phuong|truong |dai |bao |cong an|thanh tra|cuc |kho bac|trung tam|bo chi huy|bao hiem|to |can bo|phong |mat tran|lien doan|hoi |vien |chi cuc|cap )")]
    private static partial Regex Agency();

    [GeneratedRegex(@"(?<! da| duoc| giao| ban| viec| cong tac| so| ke hoach va) (?:co trach nhiem|chiu trach nhiem|chu tri|phoi hop|chu dong|can cu|xay dung|to chuc(?! nha nuoc| tinh uy| chinh tri)|tien hanh|(?<=nhiem vu )hoan thanh|hoan thanh|bao cao|thuc hien|nghien cuu|tang|giup|phan cong(?! phu)|khi|trien khai|huong dan|ra soat|kiem tra|theo doi|tham muu|ban hanh|day manh|chi dao|cu can bo|gui|trinh|kien toan|lam dau moi|tong hop|lap|bo tri|dam bao|bao dam|duy tri|cong khai|cap nhat|phai) ")]
    private static partial Regex DutyWord();

    [GeneratedRegex(@"^(?:co trach nhiem|chiu trach nhiem(?: chinh)?(?: ve)?(?: viec)?|chu tri)(?:[, ]+(?:chu tri|tham muu))? ?")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"^(?:co trach nhiem |chiu trach nhiem )?(?:chu tri,? ?)?(?:va )?phoi hop(?: chat che)?(?: voi| cung)(?: voi)? (?<with>.{3,160}?)(?: trong viec | de | )(?<do>(?:xay dung|to chuc|trien khai|huong dan|ra soat|kiem tra|theo doi|tham muu|ban hanh|day manh|thuc hien|tong hop|danh gia|nghien cuu|hoan thanh|de xuat|don doc|tham dinh|trinh) )")]
    private static partial Regex Help();

    [GeneratedRegex(@"\b(?:(?:cham nhat|truoc|trong|den het|den|vao|tu)(?: het)? (?:ngay|thang|quy|nam|cuoi|dau)(?! ve)[^,.;()]{1,40}|(?:dinh ky )?hang (?:nam|quy|thang|tuan|ngay)|(?:quy|thang) (?:[0-9]{1,2}|[ivx]{1,3})\b(?:[ /]+(?:nam )?[0-9]{4})?|theo yeu cau cua [^,.;]{3,30}?(?= cac | so |,))")]
    private static partial Regex Inner();
}
