namespace CcHc.Core.Plans.Outline;

/// <summary>What a plan says of itself (thể thức): number, day, title, year, who issued it. Empty or null where it does not say.</summary>
/// <param name="Province">"tỉnh Mẫu", of the head or the title.</param>
public sealed record PlanHeader(string Number, DateOnly? IssuedOn, string Title, int? Year, string Province);
