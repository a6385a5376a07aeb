namespace CcHc.Core.Agencies;

/// <summary>An agency (cơ quan, đơn vị) of the province's directory.</summary>
public sealed record Agency
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public IReadOnlyList<string> OtherNames { get; init; } = [];
    /// <summary>"Sở, ban, ngành", "UBND cấp huyện", "UBND cấp xã", or the office's own word.</summary>
    public string Group { get; init; } = "";
    public IReadOnlyList<string> Emails { get; init; } = [];
    public IReadOnlyList<string> HeadEmails { get; init; } = [];
    public string FocalPoint { get; init; } = "";
    public string Phone { get; init; } = "";
    /// <summary>First day the agency exists, included; null = always did.</summary>
    public DateOnly? ValidFrom { get; init; }
    /// <summary>Last day the agency exists, included; null = still does.</summary>
    public DateOnly? ValidTo { get; init; }
    /// <summary>Codes of the agencies that took over after <see cref="ValidTo"/>.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>Stands in for a lead nobody could resolve: no code, no address, the register's own words as its name; listed, never mailed.</summary>
    public static Agency Unresolved(string words) => new() { Code = "", Name = words };

    public bool IsUnresolved => Code.Length == 0;

    public bool ExistsOn(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);
}

/// <summary>The part an agency plays in a task: lead (chủ trì), coordinating (phối hợp), collecting (tổng hợp, theo dõi).</summary>
public enum AgencyRole { Lead, Coordinating, Collecting }
