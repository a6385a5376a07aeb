using System.Text.RegularExpressions;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Outline;

/// <summary>A line of a plan's text with its number or bullet taken off (dòng): a paragraph, or a part of one where the writer began a new line.</summary>
/// <param name="Rank">How deep its number stands: the smaller, the further out.</param>
/// <param name="Written">As written, number and all.</param>
internal sealed partial record PlanLine(PlanPlace Place, int Rank, TaskNumber Number, string Words, string Written, bool IsBold)
{
    public const int DashRank = 40;
    public const int PlusRank = 45;
    public const int PlainRank = 50;

    /// <summary>Its place among the lines.</summary>
    public int Order { get; init; }

    public bool IsBullet => Rank is DashRank or PlusRank;

    /// <summary>The lines of the plan's own text: no stamps, no recipients, no signature, no preamble of a decision.</summary>
    public static IReadOnlyList<PlanLine> Of(IReadOnlyList<PlanBlock> blocks)
    {
        var lines = new List<PlanLine>();
        var isClosed = false;
        foreach (var paragraph in blocks.OfType<PlanParagraph>().Where(paragraph => !paragraph.IsAside))
        {
            foreach (var written in paragraph.Text.Split('\n'))
            {
                var text = VietnameseText.OneLine(written);
                var folded = VietnameseText.Fold(text);
                isClosed = Recipients().IsMatch(folded) || (isClosed && !Opening().IsMatch(folded));
                if (!isClosed && VietnameseText.HasWords(text))
                {
                    lines.Add(Read(paragraph.Place, text, paragraph.IsBold) with { Order = lines.Count });
                }
            }
        }

        return lines;
    }

    public static PlanLine Read(PlanPlace place, string text, bool isBold)
    {
        if (Bullet().Match(text) is { Success: true } bullet)
        {
            var inner = text[bullet.Length..];
            return new PlanLine(place, bullet.Value[0] is '+' or 'o' ? PlusRank : DashRank, TaskNumber.None, inner, text, isBold);
        }

        // "3.2.Trong quý I …": the space is easily forgotten.
        var (number, words) = TaskNumber.Cut(Tight().Replace(text, "$1 "));
        var rank = number.Style switch { NumberStyle.None => PlainRank, _ => number.Level };
        return new PlanLine(place, rank, number, words, text, isBold);
    }

    [GeneratedRegex(@"^(?:[-–—*•●▪◦+]+\s*|[o]\s+)(?=[\p{L}\p{Nd}(""“])")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^((?:[0-9]{1,2}\.){2,6})(?=\p{L})")]
    private static partial Regex Tight();

    [GeneratedRegex("^noi nhan ?:?$|^noi nhan ?:")]
    private static partial Regex Recipients();

    [GeneratedRegex(@"^(ke hoach|chuong trinh|phu luc|de an|danh muc|bieu|quyet dinh ?:)\b|^[ivx]{1,4}\. ")]
    private static partial Regex Opening();
}
