namespace CcHc.Core.Calendars;

/// <summary>The months from one eleventh lunar month to the next, one of them leap (nhuận) when there are thirteen.</summary>
/// <param name="SolsticeYear">The solar year whose winter solstice falls into the first of these months.</param>
/// <param name="FirstIndex">Number of the new moon that begins the first month.</param>
/// <param name="LeapOffset">Place of the leap month after the first month; null in a year of twelve.</param>
internal readonly record struct LunarYear(int SolsticeYear, int FirstIndex, int? LeapOffset)
{
    /// <summary>270° of the sun's longitude, in twelfths of the circle: the winter solstice.</summary>
    private const int SolsticeTwelfth = 9;

    public static LunarYear StartingIn(int solarYear)
    {
        var first = EleventhMonth(solarYear);
        var next = EleventhMonth(solarYear + 1);
        return new LunarYear(solarYear, first, next - first > 12 ? FindLeap(first) : null);
    }

    public (int Month, bool IsLeap) MonthAt(int offset)
    {
        var isLeap = LeapOffset == offset;
        var months = offset - (LeapOffset is { } leap && offset >= leap ? 1 : 0);
        return ((months + 10) % 12 + 1, isLeap);
    }

    public int? OffsetOf(int month, bool isLeap)
    {
        for (var offset = 0; offset < (LeapOffset is null ? 12 : 13); offset++)
        {
            if (MonthAt(offset) == (month, isLeap))
            {
                return offset;
            }
        }

        return null;
    }

    private static int EleventhMonth(int solarYear)
    {
        var last = Astronomy.LastNewMoon(Astronomy.JulianDayOf(new DateOnly(solarYear, 12, 31)));
        return Twelfth(last) >= SolsticeTwelfth ? last - 1 : last;
    }

    /// <summary>The first month within which the sun enters no new twelfth of its circle (không có trung khí).</summary>
    private static int FindLeap(int first)
    {
        var offset = 1;
        while (Twelfth(first + offset) != Twelfth(first + offset + 1))
        {
            offset++;
        }

        return offset;
    }

    private static int Twelfth(int index) => Astronomy.SunTwelfth(Astronomy.NewMoonDay(index));
}
