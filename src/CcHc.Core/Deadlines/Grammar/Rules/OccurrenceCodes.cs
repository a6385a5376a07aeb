using System.Globalization;
using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Codes of the days an occurrence falls due, as <see cref="RecurringDay"/> reads them.</summary>
internal sealed record OccurrenceCodes(IReadOnlyList<string> Due, IReadOnlyList<string> AltDue, IReadOnlyList<string> Window, bool IsStrict)
{
    public static readonly OccurrenceCodes None = new([], [], [], false);

    public static OccurrenceCodes Of(DueDay day, Recurrence recurrence)
    {
        var written = day.Anchors.SelectMany(anchor => day.Days.Select(one => (Anchor: AnchorFor(anchor, recurrence), Day: one))).ToList();
        return Bounded(day.Bound, [.. written.Select(one => Code(one.Anchor, one.Day))], [.. written.Select(one => Code(one.Anchor, one.Day, before: true))]);
    }

    /// <summary>"hằng năm, trước ngày 15/12"; "quý I hằng năm".</summary>
    public static OccurrenceCodes Of(Dated date, Recurrence recurrence)
    {
        if (date.Points.Items.All(point => point.LacksMonth))
        {
            var anchor = recurrence == Recurrence.Monthly ? "M" : "Q";
            return Of(new DueDay(date.From, date.To, date.Bound, [anchor], [.. date.Points.Items.Select(point => point.FirstDay)], recurrence), recurrence);
        }

        var (first, last) = (date.Points.Items[0], date.Points.Items[^1]);
        var isOne = date.Points.Joint is Connector.Range or Connector.Either;
        if (date.Bound == Bound.Before)
        {
            var isDay = first.Grain == Granularity.Day;
            return new OccurrenceCodes(
                [.. date.Points.Items.Select(point => Yearly(point, point.FirstMonth, point.FirstDay, before: true))],
                isDay ? [.. date.Points.Items.Select(point => Yearly(point, point.FirstMonth, point.FirstDay, before: false))] : [], [], true);
        }

        var ends = isOne ? [last] : date.Points.Items;
        var window = date.Bound == Bound.In && (isOne || date.Points.Items.Count == 1) && !(first.Grain == Granularity.Day && !isOne)
            ? (IReadOnlyList<string>)[Yearly(first, first.FirstMonth, first.FirstDay, before: false), Yearly(last, last.LastMonth, last.LastDay, before: false)]
            : [];
        return new OccurrenceCodes([.. ends.Select(point => Yearly(point, point.LastMonth, point.LastDay, before: false))], [], window, false);
    }

    private static OccurrenceCodes Bounded(Bound bound, IReadOnlyList<string> written, IReadOnlyList<string> dayBefore) =>
        bound == Bound.Before ? new OccurrenceCodes(dayBefore, written, [], true) : new OccurrenceCodes(written, [], [], false);

    // "tháng cuối quý" said of 6 tháng and năm, too, means the last month of each period.
    private static string AnchorFor(string anchor, Recurrence recurrence) =>
        anchor == "Q" && recurrence is Recurrence.Semiannual or Recurrence.NineMonths or Recurrence.Annual && anchor == "Q" ? "P" : anchor;

    private static string Code(string anchor, int day, bool before = false)
    {
        if (anchor[0] is >= '0' and <= '9')
        {
            var month = int.Parse(anchor, CultureInfo.InvariantCulture);
            return Yearly(Point.OfMonth(month), month, day == 0 ? Point.MonthEnd : day, before);
        }

        if (before && day == 1)
        {
            // The day before the first of a month is the last of the month before it.
            return anchor switch { "M+1" => "M:last", "M" => "M-1:last", "Q+1" => "Q:last", "Q" => "Q-1:last", _ => "P-1:last" };
        }

        return anchor + ":" + (day == 0 ? "last" : (before ? day - 1 : day).ToString(anchor == "W" ? "0" : "00", CultureInfo.InvariantCulture));
    }

    private static string Yearly(Point point, int month, int day, bool before)
    {
        // A leap year keeps 29/02 as written; the day before 01/3 is the end of February in any year.
        var (m, d) = day == Point.MonthEnd ? (month, month == 2 ? 29 : DateTime.DaysInMonth(2024, month)) : (month, day);
        var shift = point.YearShift ?? 0;
        if (before)
        {
            (m, d) = d > 1 ? (m, d - 1) : m > 1 ? (m - 1, DateTime.DaysInMonth(2024, m - 1)) : (12, 31);
            shift = month == 1 && day == 1 ? shift - 1 : shift;
        }

        var code = string.Create(CultureInfo.InvariantCulture, $"{m:00}-{d:00}");
        return shift switch { 0 => code, > 0 => $"Y+{shift}-{code}", _ => $"Y{shift}-{code}" };
    }
}
