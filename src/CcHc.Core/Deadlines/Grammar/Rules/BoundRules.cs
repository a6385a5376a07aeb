using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Points with the words before and after them that bind the day: trước, chậm nhất, đến hết, từ, trong …, trở đi.</summary>
internal static class BoundRules
{
    private static readonly Phrases Before = new("truoc", "den truoc", "truoc thoi diem", "truoc thoi han", "som hon", "before");
    private static readonly Phrases By = new(
        "cham nhat", "muon nhat", "tre nhat", "lau nhat", "khong qua", "khong muon hon", "khong cham hon", "khong tre hon", "khong cham qua", "khong muon qua",
        "khong tre qua",
        "khong de qua", "khong vuot qua", "toi da", "den", "toi", "den het", "toi het", "het", "cho den", "cho den het", "han cuoi", "han chot",
        "thoi han cuoi", "thoi han cuoi cung",
        "truoc khi het", "truoc het", "truoc khi ket thuc", "tu nay den", "tu nay den het", "tu nay cho den", "tu nay toi", "tu nay den truoc", "den thoi diem",
        "khong sau", "truoc hoac trong",
        "truoc va trong", "cham nhat den", "cham nhat den het", "by", "until", "till", "no later than", "not later than", "by the end of",
        "by end of", "end of");
    private static readonly Phrases From = new("tu", "ke tu", "bat dau tu", "bat dau", "bat dau vao", "bat dau trong", "tinh tu", "tu sau", "khoi dau tu",
        "ke tu sau", "ngay tu", "trien khai tu", "from");
    private static readonly Phrases After = new("sau");
    private static readonly Phrases In = new(
        "trong", "vao", "trong thoi gian", "ngay trong", "trong khoang thoi gian", "trong vong", "thoi diem", "vao thoi diem", "la", "vao dip", "tai thoi diem",
        "trong khoang");
    private static readonly Phrases Neutral = new("thoi han", "thoi gian", "han", "ve dich", "xong");
    private static readonly Phrases Tentative = new("du kien", "du kien trong", "du kien vao", "du kien truoc");
    private static readonly Phrases Approximate = new("khoang", "tam", "vao khoang");

    public static Dated? Read(Tokens tokens, int at)
    {
        var (i, bound, hasPreposition, isTentative, isApproximate, clockTime) = (at, Bound.In, false, false, false, Clocks.None);
        while (true)
        {
            // The longest reading of a prefix wins, but a point that starts here is never eaten ("ngày 20", "trong năm").
            if (Clocks.Skip(tokens, i) is var clock && clock > i)
            {
                (clockTime, i) = (Clocks.Of(tokens, i), clock);
            }
            else if (Points.Read(tokens, i) is { } points)
            {
                return Close(tokens, at, points, bound, clockTime, hasPreposition, isTentative, isApproximate);
            }
            else if (Step(tokens, i, ref bound, ref isTentative, ref isApproximate) is var next && next > i)
            {
                hasPreposition = true;
                i = tokens.Is(next, ":") ? next + 1 : next;
            }
            else
            {
                return null;
            }
        }
    }

    private static int Step(Tokens tokens, int at, ref Bound bound, ref bool isTentative, ref bool isApproximate)
    {
        if (Tentative.Skip(tokens, at) > at)
        {
            isTentative = true;
            return at + 2;
        }

        if (Approximate.Skip(tokens, at) is var approximate && approximate > at)
        {
            isApproximate = true;
            return approximate;
        }

        // "gia hạn" moves a limit, "đầu tư" and "đèn" fold to words of time.
        if ((tokens.Is(at, "han") && tokens.Is(at - 1, "gia")) || (tokens.Is(at, "tu") && (!tokens.MayBe(at, "từ") || tokens.Is(at - 1, "dau")))
            || (tokens.Is(at, "den") && !tokens.MayBe(at, "đến")))
        {
            return at;
        }

        var (before, by, from, after, inside) =
            (Before.Skip(tokens, at), By.Skip(tokens, at), From.Skip(tokens, at), After.Skip(tokens, at), In.Skip(tokens, at));
        var longest = Math.Max(Math.Max(Math.Max(before, by), Math.Max(from, after)), Math.Max(inside, Neutral.Skip(tokens, at)));
        if (longest == at || tokens[longest].AfterBreak && !tokens[longest].AfterSpace)
        {
            return at;
        }

        bound = longest == before ? Bound.Before
            : longest == by ? bound == Bound.Before ? bound : Bound.By
            : longest == from ? Bound.From
            : longest == after ? Bound.After
            : bound;
        return longest;
    }

    private static Dated Close(Tokens tokens, int at, (Points Points, int End) found, Bound bound, ClockTime clock, bool hasPreposition, bool isTentative,
        bool isApproximate)
    {
        var isVague = isApproximate || found.Points.Items.Any(point => point.IsVague);

        // "trước 17 giờ ngày 20/3" still allows that day; "trước cuối quý" names no day to be before of.
        if (bound == Bound.Before && (clock == ClockTime.InTheDay || found.Points.Items.Any(point => point.IsVague)))
        {
            bound = Bound.By;
        }

        // "đến 0 giờ ngày 01/7" ends with 30/6.
        if (bound == Bound.By && clock == ClockTime.Midnight)
        {
            bound = Bound.Before;
        }

        if (bound is Bound.From or Bound.By && found.Points.Joint == Connector.Range)
        {
            bound = bound == Bound.From ? Bound.In : bound;
        }

        var onwards = Points.Onwards.Skip(tokens, found.End);
        onwards = onwards > found.End && tokens.Is(found.End, "(") && tokens.Is(onwards, ")") ? onwards + 1 : onwards;
        return new Dated(at, Math.Max(onwards, found.End), bound, found.Points)
        {
            HasPreposition = hasPreposition,
            IsOpenEnded = onwards > found.End,
            IsTentative = isTentative,
            IsVague = isVague,
            StartsAtMidnight = clock == ClockTime.Midnight,
        };
    }
}
