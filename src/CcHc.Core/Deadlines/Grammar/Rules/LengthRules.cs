using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Lengths: "trong 15 ngày làm việc kể từ …", "sau 30 ngày kể từ ngày 01/3/2018", "chậm nhất 05 ngày sau khi …".</summary>
internal static class LengthRules
{
    private static readonly Phrases Lead = new(
        "trong", "trong vong", "trong thoi han", "trong thoi gian", "thoi han", "thoi gian", "sau", "cham nhat", "cham nhat la", "cham nhat sau",
        "cham nhat trong", "cham nhat trong vong", "khong qua",
        "khong muon hon", "toi da", "toi da khong qua", "it nhat", "toi thieu", "truoc", "truoc it nhat", "truoc toi thieu", "muon nhat", "muon nhat la",
        "muon nhat sau", "trong thoi han khong qua",
        "trong thoi gian khong qua", "trong vong khong qua", "khong cham qua", "thoi han khong qua", "thoi gian khong qua");
    private static readonly Phrases CountedFrom = new("ke tu", "tinh tu", "sau", "tu", "ke tu sau", "tinh ke tu", "ke tu khi", "sau khi");

    public static TimePhrase? Read(Tokens tokens, int at, int limit, Func<int, TimePhrase?> startsTime)
    {
        var i = at;
        while (Lead.Skip(tokens, i) is var next && next > i)
        {
            i = next;
        }

        var hasLead = i > at;
        if (QuarterRules.Read(tokens, i) is not null || YearRules.Read(tokens, i) is not null || Numerals.Count(tokens, i) is not { } count
            || tokens[count.End].Text is not ("ngay" or "tuan" or "thang" or "nam" or "gio" or "quy") || count.Number > 3650)
        {
            return null;
        }

        var unit = tokens[count.End].Text;
        var end = count.End + 1;
        if (tokens[end].IsNumber || tokens.IsAny(end, "dau", "giua", "cuoi", "lan")
            || (tokens.Is(end, "/") || tokens.IsAny(end, "mot", "1")) && !tokens.Is(end + 1, "ngay")
            || (unit is "thang" && Numerals.IsWrittenSix(tokens, end))
            || (unit is "gio" && tokens.Is(end, "ngay") && tokens[end + 1].IsNumber))
        {
            return null;
        }

        var working = tokens.Is(end, "lam") && tokens.Is(end + 1, "viec");
        end = working ? end + 2 : end;
        end = tokens.Is(end, ",") ? end + 1 : end;
        var from = CountedFrom.Skip(tokens, end);
        var before = tokens.Is(end, "truoc") && unit is "ngay" or "tuan";
        if (!hasLead && from == end && !before && (unit is "thang" or "nam" or "quy" || end < limit))
        {
            return null;
        }

        var days = unit switch { "ngay" => count.Number, "tuan" => count.Number * 7, _ => 0 };
        if ((from > end || before) && !(working && unit is not ("ngay" or "tuan"))
            && DayRules.Read(tokens, before ? end + 1 : from) is { Point: { LacksMonth: false } start } written && unit is not ("gio" or "quy"))
        {
            var months = unit switch { "thang" => count.Number, "nam" => count.Number * 12, _ => 0 };
            return new Counted(at, written.End, start, (before ? -1 : 1) * (working && unit is "tuan" ? count.Number * 5 : days),
                months) { AreWorkingDays = working };
        }

        var isAtLeast = Enumerable.Range(at, i - at).Any(place => tokens.IsAny(place, "nhat", "thieu") && tokens.IsAny(place - 1, "it", "toi"));
        var trigger = EventRules.Trigger(tokens, end, limit, startsTime);
        return new EventPhrase(at, from > end || before ? trigger.End : Math.Max(end, trigger.End))
        {
            Offset = days > 0 ? new DayOffset(days, working, isAtLeast) : null,
            HoldsTime = trigger.HoldsTime && !(working && from > end),
        };
    }
}
