using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Tables;

/// <summary>
/// Everything a header may mean (nghĩa của tiêu đề cột), the likeliest first: as it is written, by either language of a bilingual one, and where nobody knows
/// it by the words it is a misspelling or an abbreviation of.
/// </summary>
internal static partial class HeaderMeanings
{
    private const int MostKnown = 2_000;

    /// <summary>What else a header of one meaning is used for; its cells decide.</summary>
    private static readonly (RegisterField Field, Regex Words, HeaderMeaning[] Also)[] Others =
    [
        (RegisterField.Time, new("^hoan thanh$"), [new(RegisterField.Status, 3), new(RegisterField.CompletedOn, 3)]),
        (RegisterField.Time, new("hoan thanh|ket thuc|xong"), [new(RegisterField.CompletedOn, 2)]),
        (RegisterField.Time, new("^tien do"), [new(RegisterField.Status, 3), new(RegisterField.Result, 2)]),
        (RegisterField.Time, new("^thoi han"), [new(RegisterField.DueDate, 2)]),
        (RegisterField.DueDate, new(""), [new(RegisterField.Time, 2)]),
        (RegisterField.CompletedOn, new(""), [new(RegisterField.Status, 1)]),
        (RegisterField.Product, new("^ket qua$"), [new(RegisterField.Result, 3), new(RegisterField.Status, 2)]),
        (RegisterField.Product, new(""), [new(RegisterField.Result, 1)]),
        (RegisterField.Result, new(""), [new(RegisterField.Status, 2)]),
        (RegisterField.Status, new(""), [new(RegisterField.Result, 2), new(RegisterField.CompletedOn, 1)]),
        (RegisterField.Lead, new("^(co quan|don vi|co quan don vi)$"), [new(RegisterField.Coordinating, 1)]),
        (RegisterField.General, new(""), [new(RegisterField.Task, 1), new(RegisterField.Number, 1)]),
        (RegisterField.Number, new("^(muc|so|ma)"), [new(RegisterField.General, 1)]),
    ];

    /// <summary>English of offices that print both languages.</summary>
    private static readonly (RegisterField Field, int Strength, Regex Words)[] English =
    [
        (RegisterField.Number, 3, new("^(no|nr|number|order|item no)$")),
        (RegisterField.ExtendedTo, 2, new("^extended|extension|revised deadline|new deadline")),
        (RegisterField.CompletedOn, 2, new("^(completed|finished|completion date|actual|date completed|done on)")),
        (RegisterField.Start, 2, new("^(start|begin|assigned)")),
        (RegisterField.DueDate, 2, new("^(due|due date|deadline)$")),
        (RegisterField.Time, 3, new("^(deadline|timeline|time|time frame|timeframe|timing|schedule|due)")),
        (RegisterField.Status, 2, new("^(status|progress)|^(is )?(done|finished yet|completed yet)$")),
        (RegisterField.Product, 2, new("^(outputs?|products?|deliverables?|results?)$|expected (output|result)")),
        (RegisterField.Coordinating, 2, new("coordinat|supporting|cooperat|partner")),
        (RegisterField.Lead, 2, new("^(lead|responsible|in charge|owner|agency|department|implementing|person in charge|assignee)")),
        (RegisterField.Note, 2, new("^(notes?|remarks?|comments?)$")),
        (RegisterField.Task, 3, new("^(tasks?|activit(y|ies)|works?|contents?|jobs?|actions?)( name| description)?$")),
        (RegisterField.General, 2, new("^(area|field|group|category)$")),
    ];

    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["cq"] = "co quan", ["dv"] = "don vi", ["tg"] = "thoi gian", ["sp"] = "san pham", ["kq"] = "ket qua", ["nv"] = "nhiem vu", ["cv"] = "cong viec",
        ["cqct"] = "co quan chu tri",
        ["dvct"] = "don vi chu tri", ["cqph"] = "co quan phoi hop", ["dvph"] = "don vi phoi hop", ["tgth"] = "thoi gian thuc hien",
        ["tght"] = "thoi gian hoan thanh",
        ["ht"] = "hoan thanh", ["th"] = "thuc hien", ["kh"] = "ke hoach", ["dvth"] = "don vi thuc hien", ["cqth"] = "co quan thuc hien",
        ["ndcv"] = "noi dung cong viec",
        ["nd"] = "noi dung", ["gc"] = "ghi chu", ["t/g"] = "thoi gian", ["ct"] = "chu tri", ["ph"] = "phoi hop",
    };

    private static readonly ReadOnce<IReadOnlyList<HeaderMeaning>> Known = new(ReadAnew, MostKnown);

    /// <summary>Empty when nobody knows the header.</summary>
    public static IReadOnlyList<HeaderMeaning> Of(string header) => Known.Of(header);

    private static IReadOnlyList<HeaderMeaning> ReadAnew(string header)
    {
        if (Main(header) is not { } main)
        {
            return [];
        }

        var folded = RegisterLayout.Fold(header);
        var also = Others.FirstOrDefault(other => other.Field == main.Field && other.Words.IsMatch(folded)).Also ?? [];
        return [main, .. also];
    }

    /// <summary>"Ghi chú &amp; Đơn vị phối hợp": notes stand in a column of another meaning.</summary>
    public static bool HasNotesToo(string header) =>
        PartsOf(header) is { Length: 2 } parts && parts.Select(RegisterLayout.Recognise).ToList() is var read
        && read.Exists(one => one?.Field == RegisterField.Note) && read.Exists(one => one is { Field: not RegisterField.Note });

    private static HeaderMeaning? Main(string header)
    {
        if (HasNotesToo(header))
        {
            return PartsOf(header).Select(RegisterLayout.Recognise).First(one => one is { Field: not RegisterField.Note });
        }

        return RegisterLayout.Recognise(header) ?? OfParts(header) ?? Loosely(RegisterLayout.Fold(header));
    }

    /// <summary>By one language of a bilingual header; null for any other.</summary>
    public static HeaderMeaning? OfParts(string header) =>
        header.Length > 120 ? null : PartsOf(header).Select(part => RegisterLayout.Recognise(part) ?? InEnglish(part)).FirstOrDefault(one => one is not null);

    /// <summary>What each part of a header means that names two things; empty for a header of one part.</summary>
    public static IReadOnlyList<HeaderMeaning> OfEachPart(string header) =>
        header.Length > 120 || PartsOf(header) is not { Length: 2 } parts
            ? [] : [.. parts.Select(part => RegisterLayout.Recognise(part) ?? InEnglish(part)).OfType<HeaderMeaning>()];

    private static HeaderMeaning? InEnglish(string text)
    {
        if (text.Any(letter => char.IsLetter(letter) && !char.IsAscii(letter)))
        {
            return null;
        }

        var folded = RegisterLayout.Fold(text);
        foreach (var (field, strength, words) in English)
        {
            if (words.IsMatch(folded))
            {
                return new HeaderMeaning(field, strength);
            }
        }

        return null;
    }

    private static string[] PartsOf(string header) => Divider().Split(header).Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();

    private static HeaderMeaning? Loosely(string folded)
    {
        if (folded.Length is 0 or > 60)
        {
            return null;
        }

        var words = folded.Split(' ')
            .Select(word => RegisterLayout.IsHeaderWord(word) && !Abbreviations.ContainsKey(word)
                ? word : Abbreviations.GetValueOrDefault(word) ?? NearestWords.Of(word)).ToList();
        var spelt = string.Join(' ', words).Replace("chu chi", "chu tri", StringComparison.Ordinal);
        return string.Equals(spelt, folded, StringComparison.Ordinal) ? null : RegisterLayout.OfFolded(spelt);
    }

    [GeneratedRegex(@"\s*[/\n|;,&+]\s*|\s+[-–]\s+|\s*\(\s*|\s*\)\s*|\s+và\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Divider();
}
