using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Jobs;
using CcHc.Core.Sheets;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs;

public sealed class WorkbookJobsTest : IAsyncDisposable
{
    private readonly TestOffice _office = new();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task AssembleReport_WritesAWorkbookWithEverySheet_AndANewVersionOnASecondRun()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 01/6/2026"], ["Lập dự toán", "Sở Tài chính", "Quý IV/2026"]);
        await _office.RunAsync(JobDuty.AssembleReport);
        await _office.RunAsync(JobDuty.AssembleReport);

        string[] names = [.. Directory.EnumerateFiles(Path.Combine(_office.Output, "tong-hop")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Equal(["tong-hop-2026-06-15-v2.xlsx", "tong-hop-2026-06-15.xlsx"], names);
        var workbook = Read(Path.Combine(_office.Output, "tong-hop", "tong-hop-2026-06-15.xlsx"));
        Assert.Equal(["Trang thứ Hai", "Tổng hợp", "Theo lĩnh vực", "Chi tiết", "Quá hạn", "Cảnh báo", "Nguồn"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Contains("Rà soát thủ tục", Texts(workbook, "Quá hạn"));
        Assert.DoesNotContain("Lập dự toán", Texts(workbook, "Quá hạn"));
        Assert.Contains("so-theo-doi/ke-hoach.xlsx", Texts(workbook, "Nguồn"));
        // RELIABILITY 18
        Assert.Contains(Texts(workbook, "Nguồn"), text => text.Contains("“Thời gian thực hiện” là thời gian", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CheckRegisters_SaysHowEveryDeadlineWasUnderstood()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý II/2026"], ["Lập dự toán", "Sở Tài chánh", "31/02/2026"]);
        var outcome = await _office.RunAsync(JobDuty.CheckRegisters);

        Assert.Equal(JobResult.DoneWithFindings, outcome.Result);
        var workbook = Read(Path.Combine(_office.Output, "canh-bao", "canh-bao-2026-06-15.xlsx"));
        Assert.Contains("Quý II/2026", Texts(workbook, "Cách hệ thống hiểu"));
        Assert.Contains(Texts(workbook, "Cảnh báo"), text => text.Contains("Sở Tài chánh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CheckRegisters_AsksOnceForADueDay_WhenTheRegimeSetsNone()
    {
        _office.Regime = "quang-ngai-2018";
        _office.Register("ke-hoach.xlsx", ["Báo cáo kết quả", "Sở Tư pháp", "Định kỳ hàng quý"], ["Báo cáo chung", "Sở Tài chính", "Hằng năm"]);
        await _office.RunAsync(JobDuty.CheckRegisters);

        var told = Texts(Read(Path.Combine(_office.Output, "canh-bao", "canh-bao-2026-06-15.xlsx")), "Cảnh báo")
            .Where(text => text.Contains("quang-ngai-2018” không", StringComparison.Ordinal));
        Assert.Contains("2 nhiệm vụ", Assert.Single(told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobDuty.AssembleReport)]
    [InlineData(JobDuty.CheckRegisters)]
    public async Task DryRun_WritesNothing(JobDuty duty)
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý II/2026"]);
        await _office.RunAsync(duty, dryRun: true);
        Assert.False(Directory.Exists(_office.Output));
    }

    private static WorkbookContent Read(string path) => WorkbookReader.Read(path, Path.GetFileName(path)).Content!;

    private static IEnumerable<string> Texts(WorkbookContent workbook, string sheet) =>
        workbook.Sheets.Single(one => one.Name == sheet).Rows.SelectMany(row => row.Cells).Select(cell => cell.Text);
}
