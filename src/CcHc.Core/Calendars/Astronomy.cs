namespace CcHc.Core.Calendars;

/// <summary>New moons and the sun's place as seen at UTC+7 (J. Meeus, Astronomical Algorithms, shortened series).</summary>
internal static class Astronomy
{
    private const double HoursEast = 7.0;
    private const double MeanMonth = 29.530588853;
    private const double FirstNewMoon = 2415021.076998695;

    /// <summary>Julian day at noon of 1 January of year 1.</summary>
    private const int JulianOfFirstDay = 1721426;

    public static int JulianDayOf(DateOnly day) => day.DayNumber + JulianOfFirstDay;

    public static DateOnly DayOfJulian(int julian) => DateOnly.FromDayNumber(julian - JulianOfFirstDay);

    /// <summary>Number of the last new moon on or before this day, counted from that of 1 January 1900.</summary>
    public static int LastNewMoon(int julian)
    {
        var index = (int)Math.Floor((julian - FirstNewMoon) / MeanMonth) + 1;
        while (NewMoonDay(index) > julian)
        {
            index--;
        }

        return index;
    }

    /// <summary>Julian day, in Vietnam, on which this new moon falls.</summary>
    public static int NewMoonDay(int index) => (int)Math.Floor(NewMoonMoment(index) + 0.5 + HoursEast / 24);

    /// <summary>Which twelfth of its circle, 0 to 11, the sun stands in when this day begins in Vietnam.</summary>
    public static int SunTwelfth(int julian) => (int)Math.Floor(SunLongitude(julian - 0.5 - HoursEast / 24) / 30);

    private static double NewMoonMoment(int index)
    {
        var t = index / 1236.85;
        var t2 = t * t;
        var t3 = t2 * t;
        var mean = 2415020.75933 + 29.53058868 * index + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * Sin(166.56 + 132.87 * t - 0.009173 * t2);
        var sun = 359.2242 + 29.10535608 * index - 0.0000333 * t2 - 0.00000347 * t3;
        var moon = 306.0253 + 385.81691806 * index + 0.0107306 * t2 + 0.00001236 * t3;
        var node = 21.2964 + 390.67050646 * index - 0.0016528 * t2 - 0.00000239 * t3;
        var correction = (0.1734 - 0.000393 * t) * Sin(sun) + 0.0021 * Sin(2 * sun)
            - 0.4068 * Sin(moon) + 0.0161 * Sin(2 * moon) - 0.0004 * Sin(3 * moon)
            + 0.0104 * Sin(2 * node) - 0.0051 * Sin(sun + moon) - 0.0074 * Sin(sun - moon)
            + 0.0004 * Sin(2 * node + sun) - 0.0004 * Sin(2 * node - sun) - 0.0006 * Sin(2 * node + moon)
            + 0.0010 * Sin(2 * node - moon) + 0.0005 * Sin(2 * moon + sun);
        return mean + correction - ClockDrift(t, t2, t3);
    }

    /// <summary>Days by which uniform time runs ahead of the turning earth.</summary>
    private static double ClockDrift(double t, double t2, double t3) => t < -11
        ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
        : -0.000278 + 0.000265 * t + 0.000262 * t2;

    private static double SunLongitude(double moment)
    {
        var t = (moment - 2451545.0) / 36525;
        var t2 = t * t;
        var anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
        var mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
        var longitude =
            mean + (1.914600 - 0.004817 * t - 0.000014 * t2) * Sin(anomaly) + (0.019993 - 0.000101 * t) * Sin(2 * anomaly) + 0.000290 * Sin(3 * anomaly);
        return longitude - 360 * Math.Floor(longitude / 360);
    }

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);
}
