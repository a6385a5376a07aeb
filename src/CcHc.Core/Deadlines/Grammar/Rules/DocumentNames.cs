using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Periods that name a paper and set no time: "Kế hoạch năm 2019", "báo cáo quý I".</summary>
internal static class DocumentNames
{
    private static readonly Phrases Paper = new("ke hoach", "bao cao", "chuong trinh", "du toan", "ngan sach", "chi so", "so lieu", "nghi quyet", "ket qua");
    private static readonly Phrases Act =
        new("ban hanh", "thuc hien", "hoan thanh", "trien khai", "to chuc", "phe duyet", "trong do", "su dung", "hoat dong", "van hanh");
    private static readonly Phrases ReportWord = new("bao cao", "so ket", "tong ket", "ket qua", "giao ban", "ky bao cao", "danh gia", "so lieu");

    /// <summary>Leaves such names out: "Kế hoạch năm 2019 trước 31/12", "báo cáo quý I trước ngày 15/3".</summary>
    public static List<TimePhrase> Without(Tokens tokens, List<TimePhrase> found, TokenSpan time)
    {
        var kept = new List<TimePhrase>();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is Dated { Bound: Bound.In, HasPreposition: false } dated && dated.Points.Items.All(point => !point.IsVague)
                && IsNameOfPaper(tokens, found, i, time, dated))
            {
                continue;
            }

            kept.Add(found[i]);
        }

        return kept;
    }

    /// <summary>"theo kế hoạch quý II", "theo lịch tháng 6": the plan of that time.</summary>
    public static bool NamesPlan(Tokens tokens, TimePhrase time) =>
        time is Dated { Bound: Bound.In, HasPreposition: false } dated
            && dated.Points.Items.All(point => point.Grain is Granularity.Month or Granularity.Quarter && !point.IsVague)
        && (Paper.StandsAt(tokens, dated.From - 2) || tokens.Is(dated.From - 1, "lich"));

    private static bool IsNameOfPaper(Tokens tokens, List<TimePhrase> found, int at, TokenSpan time, Dated dated)
    {
        var before = at == 0 ? time.From : found[at - 1].To;
        var hasWordBefore = dated.From > before && tokens[dated.From - 1].IsWord && !tokens.IsAny(dated.From - 1, "va", "hoac", "thanh", "hien", "khai");
        var isYear = dated.Points.Items.All(point => point.Grain is Granularity.Year || (point.Grain is Granularity.Span && point.LastYear is not null));
        if (isYear)
        {
            return hasWordBefore
                && (IsYearOfPaper(tokens, before, dated.From)
                    || found.Any(one => one != found[at] && one is Dated { Points.Items: [{ Grain: not Granularity.Year }, ..] } or DueDay or Frequent
                        or Dated { Bound: not Bound.In } or Counted));
        }

        return hasWordBefore && ReportWord.StandsAt(tokens, dated.From - 2) && at + 1 < found.Count
            && found[at + 1] is DueDay or Counted or Dated { HasPreposition: true } or Dated { Points.Items: [{ Grain: Granularity.Day }, ..] };
    }

    // "Xây dựng Kế hoạch cải cách hành chính năm 2019" says which plan, not when; "ban hành năm 2019" says when.
    private static bool IsYearOfPaper(Tokens tokens, int from, int year) =>
        !Act.StandsAt(tokens, year - 2) && Enumerable.Range(from, year - from).Any(i => Paper.StandsAt(tokens, i));
}
