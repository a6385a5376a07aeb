using System.Globalization;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Dashboard.Shared;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Pages.Letters;

/// <summary>Which letters a visitor asks to see (bộ lọc thư).</summary>
/// <param name="Day">The day they were queued.</param>
public sealed record LetterQuery(DeliveryState? State = null, string Agency = "", string Kind = "", DateOnly? Day = null, string Run = "", int Page = 1)
{
    public const int PageSize = 50;

    public static LetterQuery Read(IQueryCollection asked) => new(
        StateOf(asked.Word("tinh-trang")), asked.Word("co-quan"), LetterLabels.Kinds.Contains(asked.Word("loai"))
            ? asked.Word("loai") : "", asked.Day("ngay"), asked.Word("lan-chay"), asked.Page());

    public bool IsAll => this with { Page = 1 } == new LetterQuery();

    public DeliveryFilter ToFilter()
    {
        var (from, before) = QueryParameters.Span(Day);
        return new DeliveryFilter(State, Agency, Kind, Run, from, before);
    }

    public Dictionary<string, string> ToAddress() => QueryParameters.Address(
        ("tinh-trang", State?.Code() ?? ""), ("co-quan", Agency), ("loai", Kind), ("ngay", QueryParameters.Written(Day)), ("lan-chay", Run),
        ("trang", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : ""));

    private static DeliveryState? StateOf(string code) =>
        Enum.GetValues<DeliveryState>().Select(state => (DeliveryState?)state).FirstOrDefault(state => state!.Value.Code() == code);
}
