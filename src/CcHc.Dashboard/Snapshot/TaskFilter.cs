using System.Globalization;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Core.Text;
using CcHc.Dashboard.Shared;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Snapshot;

/// <summary>In which order tasks are listed (sắp xếp).</summary>
public enum TaskSort { Standing, Due, Agency, Area, Register }

/// <summary>
/// Which tasks a visitor wants to see (bộ lọc nhiệm vụ), as the address of the page says it: it can be kept as a bookmark and sent to others.
/// </summary>
public sealed record TaskFilter
{
    /// <summary>Stands for the obligations whose agency nobody could tell.</summary>
    public const string NoAgency = "-";

    private const string Day = "yyyy-MM-dd";

    private static readonly (string Code, StatusGroup[] Groups)[] StandingCodes =
    [
        ("qua-han", [StatusGroup.Overdue]),
        ("sap-den-han", [StatusGroup.DueSoon]),
        ("chua-den-han", [StatusGroup.Upcoming]),
        ("dung-han", [StatusGroup.DoneInTime]),
        ("tre-han", [StatusGroup.DoneLate]),
        ("chua-ro-ngay", [StatusGroup.DoneUndated]),
        ("khac", [StatusGroup.Other]),
        ("da-xong", [StatusGroup.DoneInTime, StatusGroup.DoneLate, StatusGroup.DoneUndated]),
    ];

    private static readonly string[] SortCodes = ["tinh-trang", "han", "co-quan", "linh-vuc", "so"];

    /// <summary>As typed.</summary>
    public string Words { get; init; } = "";
    public string Agency { get; init; } = "";
    public TaskArea? Area { get; init; }
    /// <summary>One of <see cref="CodeOf(StatusGroup)"/>, or "da-xong" for all that is done; empty for every standing.</summary>
    public string Standing { get; init; } = "";
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public string Register { get; init; } = "";
    public TaskSort Sort { get; init; }
    public bool IsDescending { get; init; }
    /// <summary>1-based.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Empty: every group.</summary>
    public IReadOnlyList<StatusGroup> Groups => StandingCodes.FirstOrDefault(one => one.Code == Standing).Groups ?? [];

    public bool IsAll => this with { Sort = default, IsDescending = false, Page = 1 } == new TaskFilter();

    public static string CodeOf(StatusGroup group) => StandingCodes.First(one => one.Groups is [var only] && only == group).Code;

    public static string CodeOf(TaskSort sort) => SortCodes[(int)sort];

    public static TaskFilter OfArea(string? code) =>
        new() { Area = Enum.GetValues<TaskArea>().Cast<TaskArea?>().FirstOrDefault(area => area!.Value.Code() == code) };

    /// <summary>A value nobody can read filters nothing, as if it were not there.</summary>
    public static TaskFilter Read(IQueryCollection address)
    {
        var sort = Array.IndexOf(SortCodes, (string?)address["xep"] ?? "");
        return new TaskFilter
        {
            Words = VietnameseText.OneLine(address["tim"]),
            Agency = (string?)address["co-quan"] ?? "",
            Area = OfArea(address["linh-vuc"]).Area,
            Standing = StandingCodes.FirstOrDefault(one => one.Code == address["tinh-trang"]).Code ?? "",
            From = DayOf(address["tu"]),
            To = DayOf(address["den"]),
            Register = (string?)address["so"] ?? "",
            Sort = sort < 0 ? default : (TaskSort)sort,
            IsDescending = address["giam"] == "1",
            Page = Pager.NumberOf(address["trang"]),
        };
    }

    /// <summary>What <see cref="Read"/> reads, without what is not set.</summary>
    public Dictionary<string, string> ToAddress() => new (string Name, string? Value)[]
    {
        ("tim", Words), ("co-quan", Agency), ("linh-vuc", Area?.Code()), ("tinh-trang", Standing), ("tu", From?.ToString(Day, CultureInfo.InvariantCulture)),
        ("den", To?.ToString(Day, CultureInfo.InvariantCulture)), ("so", Register), ("xep", Sort == default ? "" : CodeOf(Sort)),
        ("giam", IsDescending ? "1" : ""),
        ("trang", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : ""),
    }.Where(one => !string.IsNullOrEmpty(one.Value)).ToDictionary(one => one.Name, one => one.Value!, StringComparer.Ordinal);

    private static DateOnly? DayOf(string? written) =>
        DateOnly.TryParseExact(written, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
