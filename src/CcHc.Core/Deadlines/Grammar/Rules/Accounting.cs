using CcHc.Core.Deadlines.Grammar.Building;
using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>
/// The account of a cell's signs: a number, or a sign of time no rule has used, must at least name something ("03 văn bản", "đợt 2", "Tổ công tác 20"); what
/// does not is said.
/// </summary>
internal static class Accounting
{
    private static readonly Phrases NumberedThing =
        new("lan", "dot", "ky", "giai doan", "phien", "khoa", "buoc", "vong", "phan", "so", "phu luc", "muc", "cap", "muc do", "loai", "nhom", "mau", "bieu",
            "dieu", "to", "doi");

    // Words that say nothing about what a number beside them counts.
    private static readonly Phrases Connectors = new(
        "hoan", "xong", "va", "hoac", "den", "toi", "tu", "trong", "truoc", "sau", "thuc", "cham", "khong", "la", "theo", "vao", "het", "ngay", "thang", "quy",
        "qui", "nam", "tuan", "gio", "ke", "de",
        "du", "khoang", "bat", "ket", "phai", "se", "nay", "do", "thi");

    public static void Check(ReadingContext context)
    {
        var tokens = context.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (context.IsUsed(i) || IsEnumerator(tokens, i))
            {
                if (LunarRules.HasLunarName(tokens, i, i + 1) && !context.Findings.Any(finding => finding.Code == "deadline-lunar"))
                {
                    context.Note(DeadlineFindings.LunarName(tokens.Written(i - 1, i + 1)));
                }

                continue;
            }

            if (IsLooseStroke(context, i) || IsNight(context, i) || IsOrdinalOfYear(context, i))
            {
                context.Doubt(DeadlineFindings.Unexplained(Around(tokens, i)));
                continue;
            }

            if (tokens[i].IsNumber ? !NamesSomething(context, i) : IsRoman(tokens, i) ? TouchesTime(context, i) : EnglishRules.IsMonthName(tokens, i))
            {
                context.Doubt(DeadlineFindings.Unexplained(Around(tokens, i)));
            }
            else if (LunarRules.Skip(tokens, i) is var end && (end > i + 1 || end > i && tokens.Is(i, "al"))
                && tokens.MayBe(i, tokens[i].Text == "al" ? "âl" : tokens[i].Text == "am" ? "âm" : "lịch"))
            {
                context.Note(DeadlineFindings.LunarUnread(Around(tokens, i)));
            }
        }
    }

    /// <summary>"1.", "2)", "(3)", "II." at the start of a line or of a part.</summary>
    private static bool IsEnumerator(Tokens tokens, int at)
    {
        var start = tokens.Is(at - 1, "(") ? at - 1 : at;
        return tokens[at].Text.Length <= 3 && tokens.IsAny(at + 1, ")", ".", "/") && !tokens[at + 2].IsNumber
            && (tokens[start].AfterBreak || start == 0 || tokens.IsAny(start - 1, ";", "."));
    }

    // "/6/2026": the day is missing.
    private static bool IsLooseStroke(ReadingContext context, int at) => context.Tokens.Is(at, "/")
        && (context.IsUsed(at + 1) && context.Tokens[at + 1].IsNumber && !context.Tokens[at + 1].AfterSpace && !context.Tokens[at - 1].IsWord
            || context.IsUsed(at - 1) && context.Tokens[at - 1].IsNumber && !context.Tokens[at].AfterSpace && !context.Tokens[at + 1].IsWord);

    private static bool IsNight(ReadingContext context, int at) => context.Tokens.Is(at, "dem") && context.Tokens.MayBe(at, "đêm") && TouchesTime(context, at);

    // "lần thứ hai năm 2026"
    private static bool IsOrdinalOfYear(ReadingContext context, int at) =>
        context.Tokens.Is(at - 1, "thu") && context.Tokens.IsAny(at, "nhat", "hai", "ba", "tu", "nam") && IsBeforeYear(context, at);

    private static bool NamesSomething(ReadingContext context, int at)
    {
        var tokens = context.Tokens;
        var (before, behind) = (tokens[at - 1], tokens[at + 1]);
        if (tokens.Is(at + 1, "%") || (tokens.IsAny(at + 1, ",", ".") && tokens[at + 2].IsNumber && tokens.Is(at + 3, "%"))
            || (tokens.IsAny(at - 1, ",", ".") && tokens.Is(at + 1, "%")))
        {
            return true;
        }

        // "1/2", "3-4": parts of something like a date are never a name.
        var isJoined = tokens.IsAny(at + 1, "/", "-") && tokens[at + 2].IsNumber || tokens.IsAny(at - 1, "/", "-") && tokens[at - 2].IsNumber;
        if (isJoined)
        {
            return false;
        }

        // Excel's "2023.0"; "báo cáo 6 tháng" is for the words left over.
        if (tokens.Is(at, "0") && tokens.Is(at - 1, ".") && tokens[at - 2].IsYear || tokens[at].Number is 3 or 6 or 9 or 12 && tokens.Is(at + 1, "thang"))
        {
            return true;
        }

        // "Trong 3 năm (2025-2027)"
        if (tokens.Is(at + 1, "nam") && tokens.Is(at + 2, "(") && tokens[at + 3].IsYear)
        {
            return true;
        }

        if (tokens[at].IsYear)
        {
            return context.IsNamed(at) && tokens.Is(at - 1, "nam") && tokens[at - 2].IsWord && !tokens[at - 1].AfterBreak || before.IsWord
                && !context.IsUsed(at - 1) && !Connectors.StandsAt(tokens, at - 1) && !context.IsUsed(at + 1) && !tokens.IsAny(at + 1, "/", "-");
        }

        // "mức độ 3, 4"
        if (tokens.IsAny(at - 1, ",", "va") && tokens[at - 2].IsNumber && !context.IsUsed(at - 2))
        {
            return NamesSomething(context, at - 2);
        }

        if (!context.IsNamed(at))
        {
            return false;
        }

        var isGlued = before.IsWord && !tokens[at].AfterSpace || behind.IsWord && !behind.AfterSpace;
        if (isGlued)
        {
            return !tokens.IsAny(at + 1, "h", "g", "gio", "p") && !TouchesTime(context, at, 2) && !tokens.IsAny(at + 1, "/", "-");
        }

        var isNumbered = before.IsWord && (NumberedThing.StandsAt(tokens, at - 1) || NumberedThing.Skip(tokens, at - 2) == at) && !context.IsUsed(at - 1);
        if (isNumbered && !IsBeforeYear(context, at))
        {
            return true;
        }

        var countsSomething = behind.IsWord && !context.IsUsed(at + 1) && !Connectors.StandsAt(tokens, at + 1);
        var isOfSomething = before.IsWord && !context.IsUsed(at - 1) && !Connectors.StandsAt(tokens, at - 1) && !context.IsUsed(at + 1);
        return countsSomething || isOfSomething;
    }

    // "Đợt 1 năm 2026" is a part of that year nobody knows.
    private static bool IsBeforeYear(ReadingContext context, int at) =>
        context.IsUsed(at + 1) && (context.Tokens.Is(at + 1, "nam") || context.Tokens[at + 1].IsYear || context.Tokens.IsAny(at + 1, "/", "-", "."));

    private static bool IsRoman(Tokens tokens, int at) =>
        Numerals.IsRoman(tokens, at) && tokens.MayBe(at, tokens[at].Text) && char.IsUpper(tokens.Written(at, at + 1)[0]);

    private static bool TouchesTime(ReadingContext context, int at, int reach = 1)
    {
        for (var i = 1; i <= reach; i++)
        {
            if (context.IsUsed(at - i) || context.IsUsed(at + i))
            {
                return true;
            }
        }

        return false;
    }

    private static string Around(Tokens tokens, int at) => tokens.Written(Math.Max(0, at - 1), Math.Min(tokens.Count, at + 2));
}
