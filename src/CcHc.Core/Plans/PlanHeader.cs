namespace CcHc.Core.Plans;

/// <summary>What a plan says of itself (thể thức): number, day, title, year, who issued it. Empty or null where it does not say.</summary>
public sealed record PlanHeader(string Number, DateOnly? IssuedOn, string Title, int? Year, string Issuer)
{
    /// <summary>"Kế hoạch số 12/KH-UBND ngày 05/01/2026", as a register's source line prints it.</summary>
    public string Place { get; init; } = "";
}
