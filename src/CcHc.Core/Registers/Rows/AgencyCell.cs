using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>
/// The words of an agency cell by role: labels chủ trì and thực hiện are cut and make the lead (cơ quan chủ trì), phối hợp the coordinating agencies; any other
/// duty (tổng hợp, thẩm định, theo dõi …) joins the coordinating words with its label in front.
/// </summary>
public sealed partial record AgencyCell(string Lead, string Coordinating)
{
    private static readonly ReadOnce<AgencyCell> Leads = new(ReadAnew);
    private static readonly ReadOnce<string> Helps = new(ReadCoordinatingAnew);

    /// <summary>Reads a lead column, which may hold every role.</summary>
    public static AgencyCell Read(string text) => Leads.Of(text);

    /// <summary>Reads a coordinating column: only its plain label is cut.</summary>
    public static string ReadCoordinating(string text) => Helps.Of(text);

    private static AgencyCell ReadAnew(string text)
    {
        var written = Close(VietnameseText.Normalize(text));
        var lines = written.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts).ToList();
        if (lines.All(line => line.Role == Role.Unlabelled))
        {
            return new AgencyCell(written, "");
        }

        var (lead, coordinating) = (new List<string>(), new List<string>());
        var current = lead;
        foreach (var (role, words) in lines)
        {
            current = role switch { Role.Lead => lead, Role.Coordinating => coordinating, _ => current };
            current.Add(words);
        }

        return new AgencyCell(Join(lead), Join(coordinating));
    }

    private static string ReadCoordinatingAnew(string text)
    {
        var written = Close(VietnameseText.Normalize(text));
        var folded = FoldedText.Of(written);
        return CoordinatingLabel().Match(folded.Value) is { Success: true } label ? Close(folded.Slice(label.Length, folded.Value.Length)) : written;
    }

    private enum Role { Unlabelled, Lead, Coordinating }

    private static IEnumerable<(Role Role, string Words)> Parts(string line)
    {
        var folded = FoldedText.Of(Bullet().Replace(line, ""));
        if (LedAndHelped().Match(folded.Value) is { Success: true } both)
        {
            yield return (Role.Lead, Cut(folded, both.Groups["lead"]));
            yield return (Role.Coordinating, Cut(folded, both.Groups["help"]));
        }
        else if (LeadMarked().Match(folded.Value) is { Success: true } marked)
        {
            yield return (Role.Lead, Cut(folded, marked.Groups["lead"]));
            yield return (Role.Coordinating, Cut(folded, marked.Groups["help"]));
        }
        else if (LeadLabel().Match(folded.Value) is { Success: true } lead)
        {
            var rest = FoldedText.Of(folded.Slice(lead.Length, folded.Value.Length));
            var help = InnerHelp().Match(rest.Value);
            yield return (Role.Lead, Close(help.Success ? rest.Slice(0, help.Index) : rest.Original));
            if (help.Success)
            {
                yield return (Role.Coordinating, Close(rest.Slice(help.Index + help.Length, rest.Value.Length)));
            }
        }
        else if (CoordinatingLabel().Match(folded.Value) is { Success: true } help)
        {
            yield return (Role.Coordinating, Close(folded.Slice(help.Length, folded.Value.Length)));
        }
        else if (LedWith().Match(folded.Value) is { Success: true } with)
        {
            yield return (Role.Lead, Cut(folded, with.Groups["lead"]));
            yield return (Role.Coordinating, Cut(folded, with.Groups["help"]));
        }
        else if (LeadAtEnd().Match(folded.Value) is { Success: true } end)
        {
            yield return (Role.Lead, Cut(folded, end.Groups["lead"]));
        }
        else if (HelpAtEnd().Match(folded.Value) is { Success: true } helpEnd)
        {
            yield return (Role.Coordinating, Cut(folded, helpEnd.Groups["help"]));
        }
        else
        {
            yield return (OtherDuty().IsMatch(folded.Value) ? Role.Coordinating : Role.Unlabelled, Close(folded.Original));
        }
    }

    private static string Cut(FoldedText folded, Group group) => Close(folded.Slice(group.Index, group.Index + group.Length));

    private static string Join(IEnumerable<string> parts) => string.Join('\n', parts.Where(part => part.Length > 0));

    private static readonly char[] Edges = [' ', ';', ',', '\n'];

    private static string Close(string words) => words.Trim().Trim(Edges).TrimEnd('.').TrimEnd(Edges);

    [GeneratedRegex(@"^[-–—+*•●]\s*")]
    private static partial Regex Bullet();

    // "Cơ quan thực hiện UBND cấp huyện": the colon is often forgotten, and "Cơ quan thực hiện niêm yết: …" names the share of the work.
    [GeneratedRegex(@"^(?:(?:(?:cac )?(?:co quan|don vi|nganh|cap|noi|bo phan|cq|dv)(?:,? (?:co quan|don vi))? )?(?:chu tri(?: ?(?:,|va|/) ?thuc hien| thuc hien| tham muu)?|thuc hien chinh|(?<=(?:co quan|don vi) )thuc hien|dau moi)(?: ?: ?| (?=so |ubnd|uy ban|cac |van phong|ban |thanh tra|cong an|phong |trung tam|cong bo|niem yet|chu tich))|thuc hien ?: ?|^co quan thuc hien (?=[^:]{1,60}:))")]
    private static partial Regex LeadLabel();

    [GeneratedRegex(@"^(?:(?:cac )?(?:co quan|don vi|nganh|cap|noi|bo phan|cq|dv)(?:,? (?:co quan|don vi))? )?phoi hop(?: (?:thuc hien|voi|cung))*(?: ?: ?| (?=so |ubnd|uy ban|cac |van phong|ban |thanh tra|cong an|phong |trung tam))")]
    private static partial Regex CoordinatingLabel();

    [GeneratedRegex(@"^(?:(?:co quan |don vi )?chu tri ?: ?|giao )?(?<lead>[^():]{3,200}?)(?: ?\(chu tri\) ?[,;.\-]*| ?(?:la co quan |la don vi )?chu tri(?:,? thuc hien| tham muu)?[,;.]*)(?: va)? (?:(?:(?:co quan|don vi) )?phoi hop(?: cung| chat che)*(?: voi)?(?: ?:)? (?<help>.+)|(?<help>.+?) ?\(?phoi hop(?: thuc hien)?\)?)[.;]?$")]
    private static partial Regex LedAndHelped();

    // "Sở Tư pháp (chủ trì), Sở Y tế": one is marked, the others help.
    [GeneratedRegex(@"^(?<lead>[^();:]{3,120}?) ?\((?:co quan |don vi )?chu tri\) ?[,;.]? (?:va |cung |voi )*(?<help>(?:(?!chu tri).){3,})$")]
    private static partial Regex LeadMarked();

    [GeneratedRegex(@"[;,.] ?(?:va )?(?:(?:co quan|don vi|cq|dv) )?phoi hop(?: thuc hien| cung)*(?: voi)?(?: ?: ?| (?=so |ubnd|uy ban|cac |van phong|ban |thanh tra|cong an|phong |trung tam))")]
    private static partial Regex InnerHelp();

    [GeneratedRegex(@"^(?<lead>[^:()]{3,200}?),? (?:chu dong )?phoi hop (?:voi|cung)(?: ?:)? (?<help>.+)$")]
    private static partial Regex LedWith();

    [GeneratedRegex(@"^(?:giao )?(?<lead>[^:]{3,200}?) ?(?:\(chu tri\)|(?:chiu trach nhiem )?chu tri(?: thuc hien)?)[.;,]?$")]
    private static partial Regex LeadAtEnd();

    [GeneratedRegex(@"^(?<help>[^:]{3,200}?) ?(?:\(phoi hop\)|phoi hop(?: thuc hien)?)[.;,]?$")]
    private static partial Regex HelpAtEnd();

    [GeneratedRegex(@"^(?:(?:co quan|don vi|bo phan|nganh) [^:]{0,40})?(?:phoi hop|tong hop|kiem tra|tham dinh|theo doi|giam sat|don doc|huong dan|tham muu)[^:;.]{0,60}:")]
    private static partial Regex OtherDuty();
}
