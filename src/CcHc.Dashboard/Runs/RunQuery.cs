using System.Globalization;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Office;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Runs;

/// <summary>Which runs a visitor asks to see (bộ lọc lần chạy).</summary>
/// <param name="Result">A code of <see cref="RunWords.Results"/>; empty for any.</param>
/// <param name="Day">The day they began.</param>
/// <param name="Words">Of the summary.</param>
/// <param name="WithEmpty">Also good runs in which nothing came up.</param>
public sealed record RunQuery(string Job = "", string Result = "", DateOnly? Day = null, string Words = "", int Page = 1, bool WithEmpty = false)
{
    public const int PageSize = 50;

    public static RunQuery Read(IQueryCollection asked) => new(
        asked.Word("cong-viec"), RunWords.Results.ContainsKey(asked.Word("ket-qua")) ? asked.Word("ket-qua") : "", asked.Day("ngay"), asked.Word("tim"), asked.Page(), asked.Word("ca-lan-trong") == "1");

    public bool IsAll => this with { Page = 1 } == new RunQuery();

    public RunFilter ToFilter()
    {
        var (from, before) = Asked.Span(Day);
        return new RunFilter(Job, RunWords.Results.GetValueOrDefault(Result), Result == RunWords.Unfinished, from, before, Words, WithoutEmpty: !WithEmpty);
    }

    public Dictionary<string, string> ToAddress() => Asked.Address(
        ("cong-viec", Job), ("ket-qua", Result), ("ngay", Asked.Written(Day)), ("tim", Words), ("ca-lan-trong", WithEmpty ? "1" : ""), ("trang", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : ""));
}
