using System.Text.RegularExpressions;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Registers.Years;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Reading;

/// <summary>What the rows above a sheet's first table say: the title, the plan year, the field and its own lead.</summary>
/// <param name="AreaLine">The line that names the sheet's field; empty when the sheet is not about one.</param>
internal sealed partial record SheetTitle(string Text, int? PlanYear, string AreaLine)
{
    public static SheetTitle None { get; } = new("", null, "");

    /// <summary>The paper it belongs to: "Kế hoạch số 215/KH-UBND ngày 19/12/2025"; empty when none is named.</summary>
    public string Plan { get; init; } = "";

    public TaskArea Area { get; } = TaskAreaParser.Find(AreaLine);

    public string AreaLead { get; } = LeadIn(AreaLine);

    /// <param name="lastColumn">Of the table: what stands beyond belongs to another.</param>
    public static SheetTitle Read(SheetGrid grid, int firstHeaderRow, int lastColumn)
    {
        var lines = grid.Sheet.Rows.TakeWhile(row => row.Number < firstHeaderRow).SelectMany(grid.OwnCells).Where(cell => cell.Column <= lastColumn)
            .Select(cell => VietnameseText.OneLine(cell.Text)).ToList();
        var title = TitleOf(lines);
        var area = lines.FirstOrDefault(line => !IsSource(line) && TaskAreaParser.Find(line) != TaskArea.Other) ?? "";
        var year = PlanYearParser.InTitle(title) ?? lines.Select(PlanYearParser.InTitle).FirstOrDefault(found => found is not null)
            ?? PlanYearParser.InName(grid.Sheet.Name);
        return new SheetTitle(title, year, area) { Plan = PlanName.In(lines) };
    }

    /// <summary>The agency a title or heading names for its whole field: "Cải cách thể chế - Sở Tư pháp chịu trách nhiệm chủ trì".</summary>
    public static string LeadIn(string heading)
    {
        var folded = FoldedText.Of(heading);
        return AreaLeadWords().Match(folded.Value) is { Success: true } match
            ? folded.Slice(match.Groups["lead"].Index, match.Groups["lead"].Index + match.Groups["lead"].Length).Trim()
            : "";
    }

    private static string TitleOf(List<string> lines)
    {
        var place = lines.FindIndex(line => !IsSource(line) && TitleWords().IsMatch(VietnameseText.Fold(line)));
        if (place < 0)
        {
            place = lines.FindIndex(line => !IsSource(line) && !Letterhead().IsMatch(VietnameseText.Fold(line)));
        }

        if (place < 0)
        {
            return "";
        }

        var goesOn = ShortTitle().IsMatch(VietnameseText.Fold(lines[place])) && place + 1 < lines.Count && !IsSource(lines[place + 1]);
        return goesOn ? $"{lines[place]} {lines[place + 1]}" : lines[place];
    }

    private static bool IsSource(string line) => SourceLine().IsMatch(VietnameseText.Fold(line));

    [GeneratedRegex(@"(?:(?:(?:co quan|don vi) )?chu tri ?: ?(?<lead>[^();:]{3,120})|(?<![a-z])(?<lead>(?:so (?![0-9])|van phong|ubnd|uy ban|ban |thanh tra|cong an|cac so)[^();:]{2,120}?) (?:chiu trach nhiem |la co quan )*chu tri)\)?[.;]?$")]
    private static partial Regex AreaLeadWords();

    [GeneratedRegex("ke hoach|nhiem vu|phan cong|chuong trinh|danh muc|theo doi|cai cach|bang ")]
    private static partial Regex TitleWords();

    [GeneratedRegex("^((phu luc|bieu|mau)( so)? ?[0-9ivx]*|ke hoach|chuong trinh|danh muc|bang (phan cong|theo doi|tong hop))$")]
    private static partial Regex ShortTitle();

    [GeneratedRegex(@"^\(?(kem theo|ban hanh kem theo|theo quyet dinh|quyet dinh so|so ?:|theo ke hoach so)")]
    private static partial Regex SourceLine();

    [GeneratedRegex("^(cong hoa xa hoi|doc lap|uy ban nhan dan|ubnd|so |phu luc( so)? ?[0-9ivx]*$|bieu|don vi tinh|[^,]{2,30}, ngay)")]
    private static partial Regex Letterhead();
}
