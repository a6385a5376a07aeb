using System.Globalization;
using CcHc.Adapters.Storage.Runs;
using CcHc.Dashboard.Shared;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>Which runs a visitor asks to see (bộ lọc lần chạy).</summary>
/// <param name="Result">A code of <see cref="RunLabels.Results"/>; empty for any.</param>
/// <param name="Day">The day they began.</param>
/// <param name="Words">Of the summary.</param>
/// <param name="WithEmpty">Also good runs in which nothing came up.</param>
public sealed record RunQuery(string Job = "", string Result = "", DateOnly? Day = null, string Words = "", int Page = 1, bool WithEmpty = false)
{
    public const int PageSize = 50;

    public static RunQuery Read(IQueryCollection asked) => new(
        asked.Word("cong-viec"), RunLabels.Results.ContainsKey(asked.Word("ket-qua"))
            ? asked.Word("ket-qua") : "", asked.Day("ngay"), asked.Word("tim"), asked.Page(), asked.Word("ca-lan-trong") == "1");

    public bool IsAll => this with { Page = 1 } == new RunQuery();

    public RunFilter ToFilter()
    {
        var (from, before) = QueryParameters.Span(Day);
        return new RunFilter(Job, RunLabels.Results.GetValueOrDefault(Result), Result == RunLabels.Unfinished, from, before, Words, WithoutEmpty: !WithEmpty);
    }

    public Dictionary<string, string> ToAddress() => QueryParameters.Address(
        ("cong-viec", Job), ("ket-qua", Result), ("ngay", QueryParameters.Written(Day)), ("tim", Words), ("ca-lan-trong", WithEmpty ? "1" : ""),
        ("trang", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : ""));
}
