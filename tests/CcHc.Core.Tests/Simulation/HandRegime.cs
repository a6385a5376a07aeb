namespace CcHc.Core.Tests.Simulation;

/// <summary>The day period reports are due, as the document says it; null where it names none.</summary>
/// <param name="Code">How the product calls this regime.</param>
internal sealed record HandRegime(string Code, int? Day)
{
    /// <summary>
    /// Quarter, half-year and year in the period's last month; the half-year's and the year's report stand for the second and the fourth quarter's.
    /// </summary>
    public bool IsDue(string frequency, DateOnly day) => day.Day == Day && frequency switch
    {
        "Quarterly" => day.Month is 3 or 6 or 9 or 12,
        "Semiannual" => day.Month is 6 or 12,
        "Annual" => day.Month is 12,
        _ => false,
    };
}
