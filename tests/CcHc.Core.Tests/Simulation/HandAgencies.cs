using CcHc.Core.Agencies;

namespace CcHc.Core.Tests.Simulation;

/// <summary>An agency as a person knows it.</summary>
internal sealed record HandAgency(string Code, string Name, string Group, bool HasAddress = true);

/// <summary>The agencies of the simulated province, and ways to name them.</summary>
internal static class HandAgencies
{
    private const string Departments = "Sở, ban, ngành";
    private const string Communes = "UBND cấp xã";

    public static readonly IReadOnlyList<HandAgency> All =
    [
        new("SNV", "Sở Nội vụ", Departments),
        new("STP", "Sở Tư pháp", Departments),
        new("STC", "Sở Tài chính", Departments),
        new("SYT", "Sở Y tế", Departments),
        new("SXD", "Sở Xây dựng", Departments, HasAddress: false),
        new("BH", "UBND xã Bình Hòa", Communes),
        new("TL", "UBND xã Tân Lập", Communes),
        new("AP", "UBND phường An Phú", Communes),
    ];

    public static readonly IReadOnlyList<LeadPhrase> Leads =
    [
        new("Sở Nội vụ", "SNV"),
        new("Sở Tư pháp", "STP"),
        new("Sở Tài chính", "STC"),
        new("Sở Y tế; Sở Tư pháp", "SYT", "STP"),
        new("Sở Xây dựng", "SXD"),
        new("UBND cấp xã", "BH", "TL", "AP"),
        new("Các sở, ban, ngành", "SNV", "STP", "STC", "SYT", "SXD"),
        new("UBND xã Bình Hòa", "BH"),
        new("Tổ giúp việc lâm thời", ""),
        new("", ""),
    ];

    public static AgencyDirectory Directory() => new(All.Select(agency => new Agency
    {
        Code = agency.Code,
        Name = agency.Name,
        Group = agency.Group,
        Emails = agency.HasAddress ? [$"{agency.Code.ToLowerInvariant()}@x.example"] : [],
        HeadEmails = agency.HasAddress ? [$"lanh-dao.{agency.Code.ToLowerInvariant()}@x.example"] : [],
    }));
}
