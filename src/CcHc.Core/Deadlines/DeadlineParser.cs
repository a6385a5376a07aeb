using CcHc.Core.Deadlines.Grammar.Building;
using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;
using CcHc.Core.Deadlines.Grammar.Rules;
using CcHc.Core.Text;

namespace CcHc.Core.Deadlines;

/// <summary>Reads the words of a time cell (thời gian thực hiện) as milestones. What it cannot read safely it says so; it never guesses a day.</summary>
public static class DeadlineParser
{
    /// <summary>The longest time cells of real plans have some two hundred characters.</summary>
    internal const int LongestText = 2_000;

    private const int MostMilestones = 60;

    /// <param name="planYear">Taken where a month, a quarter or a day has no year; null when unknown.</param>
    /// <param name="products">The products of the task, in order: as many lines without a label are paired with them.</param>
    public static DeadlineReading Read(string text, int? planYear, IReadOnlyList<string>? products = null) => Pair(ReadAlone(text, planYear), products ?? []);

    /// <summary>The words of the cell alone, whatever the task is to produce.</summary>
    internal static DeadlineReading ReadAlone(string text, int? planYear)
    {
        if (text.Length > LongestText)
        {
            return TooLong(text, planYear);
        }

        var (repaired, changed) = LookAlikes.Repair(text);
        var context = new ReadingContext(new Tokens(repaired), planYear);
        foreach (var (written, read) in changed)
        {
            context.Doubt(DeadlineFindings.LookAlike(written, read));
        }

        var milestones = Milestones(context, repaired);
        if (milestones.Count > MostMilestones)
        {
            return TooLong(text, planYear);
        }

        if (IsNothing(milestones))
        {
            var words = VietnameseText.OneLine(text);
            return new DeadlineReading(text, planYear, false, milestones,
                [words.Length == 0 ? DeadlineFindings.Missing() : DeadlineFindings.NotUnderstood(words)]);
        }

        return new DeadlineReading(text, planYear, !context.HasDoubt && !context.HasGap, milestones, context.Findings)
        {
            IsPartlyUnderstood = context.HasDoubt && !context.HasGap,
        };
    }

    /// <summary>The reading with its milestones paired with as many products, in their order.</summary>
    internal static DeadlineReading Pair(DeadlineReading alone, IReadOnlyList<string> products)
    {
        var milestones = alone.Milestones;
        if (products.Count < 2 || milestones.Count < 2 || milestones.Any(one => one.Label is not null) || IsNothing(milestones))
        {
            return alone;
        }

        return products.Count == milestones.Count
            ? alone with { Milestones = [.. milestones.Select((one, i) => one with { Label = products[i], IsAlignedByOrder = true })] }
            : alone with { Findings = [.. alone.Findings, DeadlineFindings.TimesAndProducts(milestones.Count, products.Count)] };
    }

    private static bool IsNothing(IReadOnlyList<Milestone> milestones) => milestones.All(one => one.Kind == MilestoneKind.Unspecified);

    private static DeadlineReading TooLong(string text, int? planYear) => new(text, planYear, false, [], [DeadlineFindings.TooLong]);

    private static List<Milestone> Milestones(ReadingContext context, string repaired)
    {
        var reader = new PartReader(context);
        var lines = Clauses.Split(context.Tokens).Select(line => line.Parts.SelectMany(reader.Divide).ToList()).ToList();
        new DayRoles(context).Weigh([.. lines.SelectMany((line, place) => line.Select(part => (part, place, reader.Times(part))))]);
        var milestones = new List<Milestone>();
        foreach (var line in lines)
        {
            milestones.AddRange(ReadLine(context, reader, line));
        }

        // "Ngày 25 hằng tháng; tháng 12: ngày 15": is the second day one occurrence of the first duty, or another duty?
        if (milestones is [{ Kind: MilestoneKind.Recurring, Label: null, OccurrenceDue.Count: > 0, Recurrence: Recurrence.Weekly or Recurrence.Monthly },
            { Kind: not MilestoneKind.Recurring, Label: null, Due: not null }])
        {
            context.Doubt(DeadlineFindings.Unexplained(VietnameseText.OneLine(repaired)));
        }

        Accounting.Check(context);
        return milestones;
    }

    private static List<Milestone> ReadLine(ReadingContext context, PartReader reader, IReadOnlyList<TokenSpan> line)
    {
        var (milestones, waiting, last) = (new List<Milestone>(), new List<string>(), (IReadOnlyList<Milestone>)[]);
        foreach (var part in line)
        {
            if (reader.IsSetAside(part))
            {
                context.Use(part.From, part.To);
                continue;
            }

            if (reader.HasTime(part))
            {
                last = reader.Read(part);
                milestones.AddRange(waiting.SelectMany(label => last.Select(one => one with { Label = label })).Take(MostMilestones + 1));
                milestones.AddRange(last);
                waiting.Clear();
                continue;
            }

            reader.CheckTimeless(part);
            if (Labels.Stretch(context.Tokens, part.From, part.To) is not { } label)
            {
                continue;
            }

            if (milestones.Count == 0)
            {
                waiting.Add(context.Name(label));
            }
            else if (!Labels.IsAgencyList(context.Tokens, part.From))
            {
                milestones.AddRange(Following(context, part, context.Name(label), last));
            }
        }

        foreach (var label in waiting)
        {
            context.Note(DeadlineFindings.PartWithoutTime(label));
            milestones.Add(new Milestone { Kind = MilestoneKind.Unspecified, Label = label, Reading = "Không ghi thời gian" });
        }

        return milestones;
    }

    /// <summary>A part without a time keeps the time before it; a report does not, since it goes by the reporting regime.</summary>
    private static IEnumerable<Milestone> Following(ReadingContext context, TokenSpan part, string label, IReadOnlyList<Milestone> last)
    {
        if (!(context.Tokens.Is(part.From, "bao") && context.Tokens.Is(part.From + 1, "cao")))
        {
            return last.Select(one => one with { Label = label, IsInherited = true });
        }

        context.Note(DeadlineFindings.PartWithoutTime(label));
        return [new Milestone { Kind = MilestoneKind.Unspecified, Label = label, Reading = "Không ghi thời gian" }];
    }
}
